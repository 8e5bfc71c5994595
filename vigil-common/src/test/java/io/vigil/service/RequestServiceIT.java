package io.vigil.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.vigil.eventlog.EventReference;
import io.vigil.message.ServiceFault.Code;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.MessageCodec;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RequestServiceIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static final CountDownLatch arrived = new CountDownLatch(1);
    static final CountDownLatch go = new CountDownLatch(1);
    static Connection connection;
    static RequestService service;

    @BeforeAll
    static void start() throws Exception {
        connection = nats.connect();
        service = new RequestService(
                connection,
                new RequestService.About("tested", "Answers tests"),
                new MessageCodec(),
                1,
                List.of(new ServiceOperation<>(
                        "do", "vigil.service.test.do", EventReference.class, RequestServiceIT::answer)));
        service.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ServiceResult answer(ServiceCaller caller, EventReference request) {
        return switch (request.eventId()) {
            case "who" -> new ServiceResult.Answer(caller);
            case "large" -> new ServiceResult.Answer(List.of("x".repeat(MessageCodec.MAX_BYTES)));
            case "fail" -> throw new IllegalStateException("planted words");
            case "wait" -> waited(caller);
            default -> ServiceResult.fault(Code.EVENT_NOT_FOUND, "event_id", "none");
        };
    }

    private static ServiceResult waited(ServiceCaller caller) {
        arrived.countDown();
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new ServiceResult.Answer(caller);
    }

    private static Message ask(String body, String tenant) throws Exception {
        var headers = new Headers()
                .put(HeaderNames.CORRELATION_ID, "r1")
                .put(HeaderNames.TENANT, tenant)
                .put(HeaderNames.ACTOR, "key-1");
        return Objects.requireNonNull(
                connection.request("vigil.service.test.do", headers, body.getBytes(UTF_8), Duration.ofSeconds(20)));
    }

    private static String status(Message message) {
        return message.getHeaders() == null
                ? "200"
                : String.valueOf(message.getHeaders().getFirst("Nats-Service-Error-Code"));
    }

    @Test
    void tellsTheOperationWhoAsks() throws Exception {
        assertThat(new String(ask("{\"event_id\":\"who\"}", "acme").getData(), UTF_8))
                .isEqualTo("{\"request_id\":\"r1\",\"tenant\":\"acme\",\"actor\":\"key-1\"}");
        Message nobody = Objects.requireNonNull(connection.request(
                "vigil.service.test.do", "{\"event_id\":\"who\"}".getBytes(UTF_8), Duration.ofSeconds(20)));
        assertThat(new String(nobody.getData(), UTF_8)).contains("\"tenant\":\"\",\"actor\":\"\"");
    }

    @Test
    void saysWhyThereIsNoAnswer() throws Exception {
        assertThat(status(ask("{\"event_id\":\"other\"}", "acme"))).isEqualTo("404");
        assertThat(status(ask("{\"event_id\":\"large\"}", "acme"))).isEqualTo("413");
        assertThat(status(ask("{}", "acme"))).isEqualTo("400");
        assertThat(status(ask("planted", "acme"))).isEqualTo("400");
        assertThat(status(ask("{\"event_id\":\"who\"}", "a/b"))).isEqualTo("400");
    }

    @Test
    void quotesNoUnexpectedFailure() throws Exception {
        try (LogCapture log = LogCapture.start()) {
            Message failed = ask("{\"event_id\":\"fail\"}", "acme");
            assertThat(status(failed)).isEqualTo("500");
            assertThat(new String(failed.getData(), UTF_8)).doesNotContain("planted");
            assertThat(log.containing("planted")).isEmpty();
        }
    }

    @Test
    void refusesWhatIsBeyondItsBound() throws Exception {
        var waiting = connection.request("vigil.service.test.do", "{\"event_id\":\"wait\"}".getBytes(UTF_8));
        arrived.await();
        assertThat(status(ask("{\"event_id\":\"who\"}", "acme"))).isEqualTo("503");
        go.countDown();
        assertThat(status(waiting.get())).isEqualTo("200");
    }
}
