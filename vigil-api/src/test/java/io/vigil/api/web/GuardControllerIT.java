package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.api.testing.PlayedPipeline;
import io.vigil.message.Decision;
import io.vigil.message.GuardDecision;
import io.vigil.message.Submission;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardControllerIT {

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static PlayedPipeline pipeline;
    static Connection connection;
    static final Semaphore asked = new Semaphore(0);
    static final Semaphore released = new Semaphore(0);

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.max-in-flight=2000");
        connection = nats.connect();
        pipeline = new PlayedPipeline(connection, GuardControllerIT::decide);
    }

    @AfterAll
    static void stop() throws Exception {
        pipeline.close();
        gateway.close();
    }

    private static GuardDecision decide(Submission submission) {
        return switch (submission.text()) {
            case "attack" -> PlayedPipeline.decision(submission, Decision.BLOCK, 95, null, "Not allowed.");
            case "held" -> {
                asked.release();
                released.acquireUninterruptibly();
                yield PlayedPipeline.allow(submission);
            }
            case "pesel" -> PlayedPipeline.decision(submission, Decision.SANITIZE, 40, "[PESEL]", null);
            default -> PlayedPipeline.allow(submission);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/guard/input", "/v1/guard/output", "/v1/analyze"})
    void answersWithTheDecision(String path) throws Exception {
        Exchange exchange = gateway.post(path, "{\"text\":\"hello\"}");

        assertThat(exchange.status()).isEqualTo(200);
        assertThat(exchange.header("Content-Type")).isEqualTo("application/json");
        assertThat(exchange.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "request_id",
                        "decision",
                        "threat_score",
                        "confidence",
                        "categories",
                        "pii_detected",
                        "pii_types",
                        "flags",
                        "degraded_branches");
        assertThat(exchange.text("decision")).isEqualTo("ALLOW");
        assertThat(exchange.json().path("threat_score").asInt()).isEqualTo(3);
        assertThat(exchange.json().path("degraded_branches").path(0).asString()).isEqualTo("llm_guard");
        assertThat(exchange.header("X-Request-Id")).isEqualTo(exchange.text("request_id"));
    }

    @Test
    void answersBlockAndSanitizeWith200() throws Exception {
        Exchange block = gateway.post("/v1/guard/input", "{\"text\":\"attack\"}");
        Exchange sanitize = gateway.post("/v1/guard/input", "{\"text\":\"pesel\"}");

        assertThat(block.status()).isEqualTo(200);
        assertThat(block.text("block_message")).isEqualTo("Not allowed.");
        assertThat(sanitize.status()).isEqualTo(200);
        assertThat(sanitize.text("sanitized_text")).isEqualTo("[PESEL]");
        assertThat(sanitize.json().path("pii_detected").asBoolean()).isTrue();
    }

    @Test
    void publishesTheSubmissionWithItsHeaders() throws Exception {
        var request = gateway.json(
                        "/v1/guard/output",
                        "{\"text\":\"headers\",\"mode\":\"fast\",\"return_decision_process\":true,\"source\":\"tool_output\",\"later\":{\"a\":[1]}}")
                .header("X-Request-Id", "order-42")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("tracestate", "vendor=value");

        Exchange exchange = gateway.send(request.build());

        String id = exchange.text("request_id");
        assertThat(exchange.header("X-Request-Id")).isEqualTo("order-42");
        assertThat(id).startsWith("order-42.");
        var message = pipeline.seen().stream()
                .filter(seen -> id.equals(seen.getHeaders().getFirst("X-Correlation-Id")))
                .findFirst()
                .orElseThrow();
        assertThat(message.getSubject()).isEqualTo("vigil.guard.output");
        assertThat(message.getHeaders().getFirst("Nats-Msg-Id")).isEqualTo(id + ".submission");
        assertThat(message.getHeaders().getFirst("X-Event-Version")).isEqualTo("1");
        assertThat(message.getHeaders().getFirst("Vigil-Reply-To")).startsWith("vigil.responses.");
        assertThat(message.getHeaders().getFirst("Vigil-Deadline")).endsWith("Z");
        assertThat(message.getHeaders().getFirst("traceparent")).startsWith("00-0af7651916cd43dd");
        assertThat(message.getHeaders().getFirst("tracestate")).isEqualTo("vendor=value");
        assertThat(new String(message.getData(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"mode\":\"fast\"", "\"source\":\"tool_output\"", "\"return_decision_process\":true")
                .doesNotContain("later");
    }

    @Test
    void acceptsARepeatedCallerIdAsANewRequest() throws Exception {
        var request = gateway.json("/v1/guard/input", "{\"text\":\"again\"}")
                .header("X-Request-Id", "same")
                .build();

        String first = gateway.send(request).text("request_id");
        String second = gateway.send(request).text("request_id");

        assertThat(first).startsWith("same.").isNotEqualTo(second);
        assertThat(second).startsWith("same.");
    }

    @Test
    void replacesACallerIdThatIsNoRequestId() throws Exception {
        Exchange exchange = gateway.send(gateway.json("/v1/guard/input", "{\"text\":\"hello\"}")
                .header("X-Request-Id", "no spaces allowed")
                .build());

        assertThat(exchange.header("X-Request-Id"))
                .isEqualTo(exchange.text("request_id"))
                .doesNotContain("spaces");
    }

    @Test
    void acceptsTheLongestText() throws Exception {
        // Outside the basic plane: two UTF-16 code units each, one code point.
        Exchange exchange = gateway.post("/v1/guard/input", "{\"text\":\"" + "😀".repeat(100_000) + "\"}");

        assertThat(exchange.status()).isEqualTo(200);
    }

    @Test
    void neverCrossesAnswersOfAThousandConcurrentRequests() {
        var answers = new LinkedHashMap<String, CompletableFuture<HttpResponse<String>>>();
        for (int i = 0; i < 1000; i++) {
            String marker = "marker-" + i + "-end";
            answers.put(marker, gateway.postAsync("/v1/guard/input", "{\"text\":\"" + marker + "\"}"));
        }

        for (Map.Entry<String, CompletableFuture<HttpResponse<String>>> answer : answers.entrySet()) {
            var exchange = new Exchange(answer.getValue().join());
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.json().path("categories").path(0).asString()).isEqualTo(answer.getKey());
        }
    }

    @Test
    void leavesNothingInTheQueue() throws Exception {
        gateway.post("/v1/guard/input", "{\"text\":\"hello\"}");

        Eventually.withinSeconds(5)
                .becomes(
                        "messages in the queue",
                        0L,
                        () -> connection
                                .jetStreamManagement()
                                .getStreamInfo(Streams.VIGIL)
                                .getStreamState()
                                .getMsgCount());
    }

    @Test
    void saysNothingWhenTheCallerDidNotWaitForTheAnswer() throws Exception {
        byte[] body = "{\"text\":\"held\"}".getBytes(UTF_8);
        try (var log = LogCapture.start()) {
            try (var caller =
                    new Socket(InetAddress.getLoopbackAddress(), gateway.root().getPort())) {
                // Closing then resets the connection, so that the answer cannot be written.
                caller.setSoLinger(true, 0);
                caller.getOutputStream()
                        .write(("POST /v1/guard/input HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: " + body.length + "\r\n\r\n")
                                .getBytes(UTF_8));
                caller.getOutputStream().write(body);
                assertThat(asked.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
            }
            released.release();

            Eventually.withinSeconds(10)
                    .isTrue(
                            "the request ended",
                            () -> !log.containing("Completed 200").isEmpty());
            assertThat(log.entries()).noneMatch(entry -> entry.startsWith("WARN") || entry.startsWith("ERROR"));
        }
    }
}
