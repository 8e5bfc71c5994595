package io.vigil.api.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.nats.service.Discovery;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.wire.Json;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class AnalyzeServiceIT {

    private static final String SUBJECT = "vigil.analyze.sync";
    private static final String HELLO = "{\"text\":\"hello\"}";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    private Gateway gateway;
    private Connection connection;

    @BeforeEach
    void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.timeout=1s", "--vigil.api.max-in-flight=20");
        connection = nats.connect();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void answersLikeHttp() throws Exception {
        try (var pipeline = new PlayedPipeline(connection, PlayedPipeline::allow)) {
            Message answer = Objects.requireNonNull(connection.request(
                    NatsMessage.builder()
                            .subject(SUBJECT)
                            .headers(new Headers().put("X-Request-Id", "native-1"))
                            .data(HELLO)
                            .build(),
                    Duration.ofSeconds(5)));

            assertThat(json(answer).path("decision").asString()).isEqualTo("ALLOW");
            assertThat(json(answer).path("request_id").asString()).startsWith("native-1.");
            assertThat(answer.getHeaders().getFirst("X-Request-Id")).isEqualTo("native-1");
            assertThat(answer.getHeaders().getFirst("Nats-Service-Error")).isNull();
            assertThat(pipeline.seen()).hasSize(1);
        }
    }

    @Test
    void answersErrorsWithCodeAndProblem() throws Exception {
        Message answer = ask("{\"text\":4711,\"x\":\"secret\"}".getBytes(UTF_8));

        assertThat(answer.getHeaders().getFirst("Nats-Service-Error-Code")).isEqualTo("400");
        assertThat(answer.getHeaders().getFirst("Nats-Service-Error")).isEqualTo("invalid_request");
        assertThat(json(answer).at("/errors/0/pointer").asString()).isEqualTo("/text");
        assertThat(new String(answer.getData(), UTF_8)).doesNotContain("secret");
    }

    @Test
    void answersAnEmptyBodyWithAProblem() throws Exception {
        Message answer = ask(new byte[0]);

        assertThat(answer.getHeaders().getFirst("Nats-Service-Error")).isEqualTo("malformed_json");
    }

    @Test
    void answers504WhenNobodyDecides() throws Exception {
        Message answer = ask(HELLO.getBytes(UTF_8));

        assertThat(answer.getHeaders().getFirst("Nats-Service-Error-Code")).isEqualTo("504");
    }

    @Test
    void worksOnManyRequestsAtOnceUpToTheSharedBound() throws Exception {
        var decide = new CountDownLatch(1);
        try (var pipeline = new PlayedPipeline(connection, submission -> {
            await(decide);
            return PlayedPipeline.allow(submission);
        })) {
            Connection caller = nats.connect();
            var answers = IntStream.range(0, 50)
                    .mapToObj(i -> caller.request(SUBJECT, HELLO.getBytes(UTF_8)))
                    .toList();
            // The refused ones are answered while the first still wait: the dispatcher is not blocked.
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
            decide.countDown();

            var codes = answers.stream()
                    .map(answer -> answer.join().getHeaders().getFirst("Nats-Service-Error-Code"))
                    .toList();
            assertThat(codes).filteredOn("503"::equals).hasSizeBetween(1, 30);
            assertThat(codes).filteredOn(code -> code == null).hasSizeGreaterThanOrEqualTo(20);
            assertThat(pipeline.seen()).hasSizeGreaterThanOrEqualTo(20);
        }
    }

    @Test
    void canBeDiscovered() {
        Eventually.withinSeconds(5)
                .becomes(
                        "instances",
                        1,
                        () -> new Discovery(connection, 500, 1)
                                .ping("vigil-analyze")
                                .size());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Message ask(byte[] body) throws InterruptedException {
        return Objects.requireNonNull(connection.request(SUBJECT, body, Duration.ofSeconds(5)));
    }

    private static JsonNode json(Message message) {
        return Json.mapper().readTree(message.getData());
    }
}
