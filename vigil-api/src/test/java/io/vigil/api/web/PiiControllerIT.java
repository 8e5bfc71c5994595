package io.vigil.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.Connection;
import io.nats.client.Dispatcher;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.vigil.api.testing.Exchange;
import io.vigil.api.testing.Gateway;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The endpoints of personal data, with somebody who plays the PII worker on a real broker. */
class PiiControllerIT {

    private static final String REDACT = "/v1/pii/redact";
    private static final String TEXT = "{\"text\":\"planted-secret-4711\"}";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static Gateway gateway;
    static Connection worker;

    @BeforeAll
    static void start() throws Exception {
        gateway = Gateway.start(nats.url(), "--vigil.api.timeout=1s", "--vigil.api.pii-max-in-flight=4");
        worker = nats.connect();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    /** Plays the worker for as long as it is open. */
    private record Played(Dispatcher dispatcher) implements AutoCloseable {

        static Played on(String subject, Consumer<Message> answer) throws Exception {
            var dispatcher = worker.createDispatcher(answer::accept);
            dispatcher.subscribe(subject);
            worker.flush(java.time.Duration.ofSeconds(5));
            return new Played(dispatcher);
        }

        @Override
        public void close() {
            worker.closeDispatcher(dispatcher);
        }
    }

    private static void reply(Message to, String body) {
        worker.publish(Objects.requireNonNull(to.getReplyTo()), body.getBytes(UTF_8));
    }

    private static void refuse(Message to, String code, int status, String field) {
        var headers =
                new Headers().put("Nats-Service-Error", code).put("Nats-Service-Error-Code", String.valueOf(status));
        String body = "{\"code\":\"%s\",\"field\":\"%s\",\"detail\":\"Say why.\"}".formatted(code, field);
        worker.publish(Objects.requireNonNull(to.getReplyTo()), headers, body.getBytes(UTF_8));
    }

    @Test
    void passesARequestOnAndItsAnswerBack() throws Exception {
        var request = new CompletableFuture<Message>();
        try (var played = Played.on(Subjects.PII_REDACT, message -> {
            request.complete(message);
            reply(message, """
                    {"request_id":"r","text":"[X]","language":"en","restorable":true,"degraded":[],
                     "entities":[{"entity_type":"X","start":0,"end":1,"score":0.5,"replacement":"[X]"}]}""");
        })) {
            Exchange answer = gateway.send(
                    gateway.json(REDACT, "{\"text\":\"a\",\"mode\":\"reversible\",\"entities\":[],\"other\":1}")
                            .header("X-Request-Id", "mine")
                            .build());

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("text")).isEqualTo("[X]");
            assertThat(answer.json().at("/entities/0/replacement").asString()).isEqualTo("[X]");
            assertThat(answer.header("X-Request-Id")).isEqualTo("mine");
            assertThat(request.join().getHeaders().getFirst(HeaderNames.CORRELATION_ID))
                    .startsWith("mine.");
            assertThat(Json.mapper().readTree(request.join().getData()).toString())
                    .isEqualTo("{\"text\":\"a\",\"entities\":[],\"mode\":\"reversible\"}");
            assertThat(played).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            redact  | {}                                            | /text
            redact  | {"text":" "}                                  | /text
            redact  | {"text":7}                                    | /text
            redact  | {"text":"a","mode":"planted-secret"}          | /mode
            redact  | {"text":"a","score_threshold":1.5}            | /score_threshold
            analyze | {"text":"a","entities":"planted-secret"}      | /entities
            analyze | {"text":"a","entities":[""]}                  | /entities
            analyze | {"text":"a","return_explanation":"yes"}       | /return_explanation
            analyze | {"text":"planted-secret \\ud800"}             | /text
            restore | {"text":"a"}                                  | /request_id
            restore | {"text":"a","request_id":"planted secret"}    | /request_id
            restore | {"text":"a","request_id":"r","format":"xml"}  | /format
            restore | {"request_id":"r"}                            | /text
            """)
    void refusesBadFieldsByNameWithoutAskingAnybody(String operation, String body, String pointer) throws Exception {
        Exchange answer = gateway.post("/v1/pii/" + operation, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("invalid_request");
        assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(answer.body()).doesNotContain("planted");
    }

    @Test
    void refusesWhatIsNoJsonAndWhatIsTooMuch() throws Exception {
        assertThat(gateway.post(REDACT, "{\"text\":").text("code")).isEqualTo("malformed_json");
        assertThat(gateway.post(REDACT, "{\"text\":\"" + "a".repeat(100_001) + "\"}")
                        .text("code"))
                .isEqualTo("invalid_request");
        assertThat(gateway.post(REDACT, " ".repeat(1024 * 1024 + 1)).status()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_request, 400, mode, invalid_request",
        "redaction_not_found, 404, request_id, redaction_not_found",
        "answer_too_large, 413, text, answer_too_large",
        "internal_error, 500, '', internal_error",
        "unavailable, 503, '', pii_unavailable",
    })
    void tellsTheFaultsOfAWorkerAsProblems(String fault, int status, String field, String code) throws Exception {
        try (var played = Played.on(Subjects.PII_REDACT, message -> refuse(message, fault, status, field))) {
            Exchange answer = gateway.post(REDACT, TEXT);

            assertThat(played).isNotNull();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.text("code")).isEqualTo(code);
            assertThat(answer.header("Retry-After")).isEqualTo(status == 503 ? "1" : "");
        }
    }

    @Test
    void answers502ToNonsense() throws Exception {
        try (var played = Played.on(Subjects.PII_REDACT, message -> reply(message, "[]"))) {
            assertThat(played).isNotNull();
            assertThat(gateway.post(REDACT, TEXT).text("code")).isEqualTo("bad_answer");
        }
    }

    @Test
    void answers503AtOnceWhereNobodyListens() throws Exception {
        Eventually.withinSeconds(10)
                .becomes(
                        "code",
                        "pii_unavailable",
                        () -> gateway.post(REDACT, TEXT).text("code"));
    }

    @Test
    void answers504WhereNobodyAnswers() throws Exception {
        try (var played = Played.on(Subjects.PII_REDACT, message -> {})) {
            assertThat(played).isNotNull();
            assertThat(gateway.post(REDACT, TEXT).text("code")).isEqualTo("pii_timeout");
        }
    }

    @Test
    void refusesMoreThanItsBoundAtOnce() throws Exception {
        var release = new CountDownLatch(1);
        try (var played = Played.on(Subjects.PII_REDACT, message -> {
            await(release);
            reply(
                    message,
                    "{\"request_id\":\"r\",\"text\":\"\",\"language\":\"\",\"entities\":[],\"restorable\":false,\"degraded\":[]}");
        })) {
            assertThat(played).isNotNull();
            var answers = IntStream.range(0, 20)
                    .mapToObj(i -> gateway.postAsync(REDACT, TEXT))
                    .toList();
            CompletableFuture.anyOf(answers.toArray(CompletableFuture[]::new)).join();
            release.countDown();
            List<Integer> statuses = answers.stream()
                    .map(CompletableFuture::join)
                    .map(HttpResponse::statusCode)
                    .toList();
            assertThat(statuses).contains(503);
        }
    }

    @Test
    void logsNothingOfATextAtAnyLevel() throws Exception {
        try (LogCapture log = LogCapture.start();
                var played = Played.on(Subjects.PII_REDACT, message -> refuse(message, "internal_error", 500, ""))) {
            assertThat(played).isNotNull();
            gateway.post(REDACT, TEXT);
            gateway.post("/v1/pii/analyze", "{\"text\":\"planted-secret-4711\",\"entities\":\"planted-secret-4711\"}");
            assertThat(log.entries().stream()
                            .filter(line -> line.contains("planted-secret-4711"))
                            .filter(line -> line.contains(" io.vigil")))
                    .isEmpty();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
