package io.vigil.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.connection.NatsFrames;
import io.vigil.connection.StreamPublisher;
import io.vigil.delivery.DeadLetterReason;
import io.vigil.result.ResultPublisher;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.wire.Arrival;
import io.vigil.wire.MessageCodec;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LaterControllerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection connection;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url());
        connection = Nats.connect(nats.url());
    }

    @AfterAll
    static void stop() throws Exception {
        connection.close();
        gateway.close();
    }

    private static Exchange accept(String text) throws Exception {
        return gateway.post("/v1/analyze/async", "{\"text\":\"" + text + "\"}");
    }

    private static String status(String id) throws Exception {
        return gateway.get("/v1/analyze/" + id).text("status");
    }

    @Test
    void acceptsAtOnceAndTellsTheResultWhenItIsThere() throws Exception {
        Exchange accepted = accept("hello");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("status")).isEqualTo("accepted");
        assertThat(accepted.json().path("streamSeq").asLong()).isPositive();
        String id = accepted.text("requestId");
        assertThat(accepted.header("Location")).isEqualTo("/v1/analyze/" + id);
        Exchange pending = gateway.get(accepted.header("Location"));
        assertThat(pending.text("status")).isEqualTo("pending");
        assertThat(pending.header("Retry-After")).isEqualTo("1");

        try (var _ = PlayedPipeline.queued(connection, PlayedPipeline::allow)) {
            Eventually.withinSeconds(20).becomes("state", "done", () -> status(id));
        }
        var done = gateway.get("/v1/analyze/" + id).json();
        assertThat(done.at("/result/decision").asString()).isEqualTo("ALLOW");
        assertThat(done.at("/result/request_id").asString()).isEqualTo(id);
        assertThat(done.at("/result/categories/0").asString()).isEqualTo("hello");
        assertThat(done.path("ended_at").asString()).isNotEmpty();
    }

    @Test
    void publishesForNobodyWhoWaits() throws Exception {
        String id = accept("who waits?").text("requestId");

        var management = connection.jetStreamManagement();
        long last = management.getStreamInfo(Streams.REQUESTS).getStreamState().getLastSequence();
        var message = management.getMessage(Streams.REQUESTS, last);
        var frame = NatsFrames.toFrame(
                Objects.requireNonNull(message.getSubject()), message.getHeaders(), message.getData());
        assertThat(frame.subject()).isEqualTo("vigil.requests.analyze");
        assertThat(frame.headers())
                .containsEntry("Nats-Msg-Id", id + ".submission")
                .containsEntry("Vigil-Result", "keep")
                .doesNotContainKeys("Vigil-Deadline", "Vigil-Reply-To");
    }

    @Test
    void tellsThatARequestWasGivenUp() throws Exception {
        String id = accept("poison").text("requestId");
        var management = connection.jetStreamManagement();
        long last = management.getStreamInfo(Streams.REQUESTS).getStreamState().getLastSequence();
        var message = management.getMessage(Streams.REQUESTS, last);
        var publisher = new StreamPublisher(
                connection, Duration.ofSeconds(2), Duration.ofSeconds(5), new SimpleMeterRegistry());

        var _ = new ResultPublisher(publisher, new MessageCodec(), InstantSource.system())
                .failed(
                        NatsFrames.toFrame(
                                Objects.requireNonNull(message.getSubject()), message.getHeaders(), message.getData()),
                        new Arrival(Streams.REQUESTS, last, Instant.EPOCH, 4),
                        DeadLetterReason.ATTEMPTS_EXHAUSTED);

        var failed = gateway.get("/v1/analyze/" + id).json();
        assertThat(failed.path("status").asString()).isEqualTo("failed");
        assertThat(failed.path("reason").asString()).isEqualTo("attempts_exhausted");
        assertThat(failed.has("result")).isFalse();
    }

    @Test
    void keepsTheDecisionWhereSomethingBehindItIsGivenUp() throws Exception {
        String id;
        try (var pipeline = PlayedPipeline.queued(connection, PlayedPipeline::allow)) {
            id = accept("decided").text("requestId");
            Eventually.withinSeconds(20).becomes("state", "done", () -> status(id));
            var message = pipeline.seen().getLast();
            var publisher = new StreamPublisher(
                    connection, Duration.ofSeconds(2), Duration.ofSeconds(5), new SimpleMeterRegistry());
            var _ = new ResultPublisher(publisher, new MessageCodec(), InstantSource.system())
                    .failed(
                            NatsFrames.toFrame(message),
                            NatsFrames.arrivalOf(message),
                            DeadLetterReason.ATTEMPTS_EXHAUSTED);
        }
        assertThat(status(id)).isEqualTo("done");
    }

    @Test
    void followsARequestToItsEnd() throws Exception {
        String id = accept("follow me").text("requestId");
        var request = gateway.request("/v1/analyze/" + id + "/events").build();
        try (var http = HttpClient.newHttpClient();
                var lines = http.send(request, BodyHandlers.ofLines()).body()) {
            Iterator<String> events = lines.iterator();
            assertThat(events.next()).isEqualTo("event: status");
            assertThat(events.next()).contains("\"status\":\"pending\"");

            var rest = new ArrayList<String>();
            try (var _ = PlayedPipeline.queued(connection, PlayedPipeline::allow)) {
                events.forEachRemaining(rest::add);
            }
            assertThat(rest)
                    .filteredOn(line -> line.startsWith("data:"))
                    .singleElement()
                    .asString()
                    .contains("\"status\":\"done\"")
                    .contains("\"decision\":\"ALLOW\"");
        }
    }

    @Test
    void knowsNoOtherIds() throws Exception {
        for (String path : new String[] {"/v1/analyze/none", "/v1/analyze/none/events", "/v1/analyze/a%20b"}) {
            Exchange none = gateway.get(path);
            assertThat(none.status()).as(path).isEqualTo(404);
            assertThat(none.text("code")).as(path).isEqualTo("result_not_found");
        }
    }

    @Test
    void refusesBadBodies() throws Exception {
        assertThat(gateway.post("/v1/analyze/async", "{}").status()).isEqualTo(400);
        assertThat(gateway.post("/v1/analyze/async", "nonsense").text("code")).isEqualTo("malformed_json");
    }
}
