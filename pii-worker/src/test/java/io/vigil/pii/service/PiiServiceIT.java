package io.vigil.pii.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.impl.Headers;
import io.vigil.autoconfigure.VigilService;
import io.vigil.message.PiiRedactRequest;
import io.vigil.message.PiiRestoreRequest;
import io.vigil.message.RedactionKind;
import io.vigil.pii.PiiApplication;
import io.vigil.pii.vault.Owner;
import io.vigil.service.ServiceResult;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** The worker as it is started, asked over a real broker. */
class PiiServiceIT {

    private static final String TEXT = "\uD83D\uDE00 Write to anna.test@example.pl, PESEL 44051401359.";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create();

    static ConfigurableApplicationContext worker;
    static Connection connection;

    @BeforeAll
    static void startWorker() throws Exception {
        worker = start("--vigil.pii.key=" + "A".repeat(43) + "=");
        connection = nats.connect();
    }

    @AfterAll
    static void stopWorker() {
        worker.close();
    }

    private static ConfigurableApplicationContext start(String... more) {
        var args = new ArrayList<>(List.of("--vigil.nats.servers=" + nats.url(), "--server.port=0"));
        args.addAll(List.of(more));
        return VigilService.run(PiiApplication.class, "pii-worker", args.toArray(String[]::new));
    }

    private static Message ask(String subject, String requestId, Object body) throws InterruptedException {
        var headers = new Headers().put(HeaderNames.CORRELATION_ID, requestId);
        return Objects.requireNonNull(
                connection.request(subject, headers, Json.mapper().writeValueAsBytes(body), Duration.ofSeconds(20)));
    }

    private static Message askAs(String tenant, String subject, String requestId, Object body)
            throws InterruptedException {
        var headers = new Headers().put(HeaderNames.CORRELATION_ID, requestId).put(HeaderNames.TENANT, tenant);
        return Objects.requireNonNull(
                connection.request(subject, headers, Json.mapper().writeValueAsBytes(body), Duration.ofSeconds(20)));
    }

    private static String text(Message message) {
        return Json.mapper().readTree(message.getData()).path("text").asString();
    }

    private static JsonNode answer(String subject, String requestId, Object body) throws InterruptedException {
        Message message = ask(subject, requestId, body);
        assertThat(message.getHeaders() == null ? null : message.getHeaders().getFirst("Nats-Service-Error"))
                .isNull();
        return Json.mapper().readTree(message.getData());
    }

    private static String code(Message message) {
        return String.valueOf(message.getHeaders().getFirst("Nats-Service-Error-Code"));
    }

    @Test
    void saysWhereThingsAreInCodePoints() throws Exception {
        JsonNode answer = answer(Subjects.PII_ANALYZE, "a1", Map.of("text", TEXT));

        assertThat(answer.path("request_id").asString()).isEqualTo("a1");
        JsonNode email = answer.path("entities").path(0);
        assertThat(email.path("entity_type").asString()).isEqualTo("EMAIL_ADDRESS");
        assertThat(email.path("start").asInt()).isEqualTo(11);
        assertThat(email.path("end").asInt()).isEqualTo(31);
        assertThat(email.path("score").asDouble()).isGreaterThan(0.9);
        assertThat(email.has("replacement")).isFalse();
        assertThat(email.has("explanation")).isFalse();
        assertThat(answer.toString()).doesNotContain("anna", "44051401359");
    }

    @Test
    void explainsOnRequest() throws Exception {
        JsonNode explanation = answer(Subjects.PII_ANALYZE, "a2", Map.of("text", TEXT, "return_explanation", true))
                .at("/entities/1/explanation");

        assertThat(explanation.path("engine").asString()).isEqualTo("embedded");
        assertThat(explanation.path("source").asString()).contains("2010");
        assertThat(explanation.path("proved_score").asDouble()).isEqualTo(0.95);
        assertThat(explanation.path("threshold").asDouble()).isEqualTo(0.9);
    }

    @Test
    void redactsInTheModeAskedFor() throws Exception {
        assertThat(answer(Subjects.PII_REDACT, "b1", Map.of("text", TEXT))
                        .path("text")
                        .asString())
                .isEqualTo("\uD83D\uDE00 Write to [EMAIL], PESEL [PESEL].");
        assertThat(answer(Subjects.PII_REDACT, "b2", Map.of("text", TEXT, "mode", "drop"))
                        .path("text")
                        .asString())
                .isEqualTo("\uD83D\uDE00 Write to , PESEL .");
        assertThat(answer(Subjects.PII_REDACT, "b3", Map.of("text", TEXT, "mode", "hash"))
                        .path("text")
                        .asString())
                .matches(".* \\[EMAIL_[0-9a-f]{16}], PESEL \\[PESEL_[0-9a-f]{16}]\\.");
    }

    @Test
    void restoresWhatItRedactedAlsoInJsonAndInPieces() throws Exception {
        JsonNode redacted = answer(Subjects.PII_REDACT, "c1", Map.of("text", TEXT, "mode", "reversible"));
        String hidden = redacted.path("text").asString();
        assertThat(redacted.path("restorable").asBoolean()).isTrue();
        assertThat(hidden).doesNotContain("anna", "44051401359").contains("[EMAIL_1_", "[PESEL_1_");

        JsonNode restored = answer(Subjects.PII_RESTORE, "x", Map.of("request_id", "c1", "text", hidden));
        assertThat(restored.path("text").asString()).isEqualTo(TEXT);
        assertThat(restored.path("restored").asInt()).isEqualTo(2);

        JsonNode json = answer(
                Subjects.PII_RESTORE,
                "x",
                Map.of("request_id", "c1", "format", "json", "text", "{\"to\":\"" + hidden + "\"}"));
        assertThat(Json.mapper()
                        .readTree(json.path("text").asString())
                        .path("to")
                        .asString())
                .isEqualTo(TEXT);

        int cut = hidden.indexOf("[EMAIL_1_") + 4;
        JsonNode first = answer(
                Subjects.PII_RESTORE, "x", Map.of("request_id", "c1", "text", hidden.substring(0, cut), "more", true));
        assertThat(first.path("rest").asString()).isEqualTo("[EMA");
        JsonNode second = answer(
                Subjects.PII_RESTORE,
                "x",
                Map.of("request_id", "c1", "text", first.path("rest").asString() + hidden.substring(cut)));
        assertThat(first.path("text").asString() + second.path("text").asString())
                .isEqualTo(TEXT);
    }

    @Test
    void restoresNothingUnderAnotherRequest() throws Exception {
        String hidden = answer(Subjects.PII_REDACT, "d1", Map.of("text", TEXT, "mode", "reversible"))
                .path("text")
                .asString();
        assertThat(code(ask(Subjects.PII_RESTORE, "x", Map.of("request_id", "d2", "text", hidden))))
                .isEqualTo("404");
        answer(Subjects.PII_REDACT, "d3", Map.of("text", "to eva@example.org", "mode", "reversible"));
        assertThat(answer(Subjects.PII_RESTORE, "x", Map.of("request_id", "d3", "text", hidden))
                        .path("text")
                        .asString())
                .isEqualTo(hidden);
    }

    @Test
    void restoresForTheTenantThatRedactedAndForNobodyElse() throws Exception {
        String hidden = text(askAs("acme", Subjects.PII_REDACT, "t1", Map.of("text", TEXT, "mode", "reversible")));
        var request = Map.of("request_id", "t1", "text", hidden);
        assertThat(hidden).doesNotContain("anna");
        assertThat(text(askAs("acme", Subjects.PII_RESTORE, "x", request))).isEqualTo(TEXT);
        assertThat(code(askAs("other", Subjects.PII_RESTORE, "x", request))).isEqualTo("404");
        assertThat(code(ask(Subjects.PII_RESTORE, "x", request))).isEqualTo("404");
        assertThat(code(askAs("a/t1", Subjects.PII_RESTORE, "x", request))).isEqualTo("400");
    }

    @Test
    void saysWhichKeyIsMissingToRestore() throws Exception {
        String hidden = text(ask(Subjects.PII_REDACT, "k1", Map.of("text", TEXT, "mode", "reversible")));
        var request = new PiiRestoreRequest("k1", hidden, null, null);
        try (ConfigurableApplicationContext other = start("--vigil.pii.key=" + "B".repeat(42) + "A=");
                ConfigurableApplicationContext both =
                        start("--vigil.pii.key=" + "B".repeat(42) + "A=," + "A".repeat(43) + "=")) {
            assertThat(other.getBean(PiiOperations.class).restore(new Owner("", "x"), request))
                    .isInstanceOfSatisfying(ServiceResult.Fault.class, fault -> {
                        assertThat(fault.fault().code().status()).isEqualTo(503);
                        assertThat(fault.fault().detail()).contains("VIGIL_PII_KEY");
                    });
            assertThat(both.getBean(PiiOperations.class).restore(new Owner("", "x"), request))
                    .isInstanceOf(ServiceResult.Answer.class);
        }
    }

    @Test
    void keepsValuesEncryptedAndForALimitedTime() throws Exception {
        answer(Subjects.PII_REDACT, "e1", Map.of("text", TEXT, "mode", "reversible"));
        var bucket = connection.keyValue(Streams.PII_VAULT_BUCKET);
        assertThat(bucket.getStatus().getTtl()).isEqualTo(Duration.ofHours(1));
        assertThat(bucket.keys()).isNotEmpty().allSatisfy(key -> {
            KeyValueEntry entry = Objects.requireNonNull(bucket.get(key));
            assertThat(key).matches("[0-9a-f]{64}");
            assertThat(new String(Objects.requireNonNull(entry.getValue()), UTF_8))
                    .doesNotContain("anna", "4405", "EMAIL");
        });
    }

    @Test
    void mixesNoneOfManyRequestsAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 200; i++) {
                String id = "many-" + i;
                String text = "to user" + i + "@example.pl";
                done.add(threads.submit(() -> {
                    Message redacted = patiently(Subjects.PII_REDACT, id, Map.of("text", text, "mode", "reversible"));
                    String hidden = Json.mapper()
                            .readTree(redacted.getData())
                            .path("text")
                            .asString();
                    Message restored = patiently(Subjects.PII_RESTORE, "x", Map.of("request_id", id, "text", hidden));
                    return Json.mapper()
                                    .readTree(restored.getData())
                                    .path("text")
                                    .asString()
                                    .equals(text)
                            && !hidden.contains("user");
                }));
            }
            for (Future<Boolean> one : done) {
                assertThat(one.get()).isTrue();
            }
        }
    }

    /** Beyond its bound the worker says so; the caller tries again. */
    private static Message patiently(String subject, String id, Object body) throws InterruptedException {
        while (true) {
            Message message = ask(subject, id, body);
            if (message.getHeaders() == null || !code(message).equals("503")) {
                return message;
            }
        }
    }

    @Test
    void refusesBadRequestsWithoutQuotingThem() throws Exception {
        for (String body : List.of(
                "{\"text\":\"\"}",
                "{\"text\":7}",
                "{}",
                "no json secret",
                "{\"text\":\"secret\",\"mode\":\"secret\"}",
                "{\"text\":\"secret\",\"score_threshold\":2}",
                "{\"text\":\"secret \\ud800\"}")) {
            Message message = Objects.requireNonNull(
                    connection.request(Subjects.PII_REDACT, body.getBytes(UTF_8), Duration.ofSeconds(20)));
            assertThat(code(message)).as(body).isEqualTo("400");
            assertThat(new String(message.getData(), UTF_8)).doesNotContain("secret");
        }
    }

    @Test
    void followsTheSettingsAndRefusesABadRevision() throws Exception {
        var bucket = connection.keyValue(Streams.CONFIG_BUCKET);
        String settings = """
                {"entities":["PL_PESEL"],"mode":"balanced","thresholds":{},"languages":["pl"],
                 "allow":{"values":[],"patterns":[]},
                 "redaction":{"default":{"mode":"mask","keep_last":2},"entities":{}}}""";
        try {
            bucket.put("pii", settings.getBytes(UTF_8));
            Eventually.withinSeconds(10)
                    .becomes(
                            "redacted text",
                            "\uD83D\uDE00 Write to anna.test@example.pl, PESEL *********59.",
                            PiiServiceIT::redacted);
            bucket.put("pii", settings.replace("PL_PESEL", "PL_PESSEL").getBytes(UTF_8));
            bucket.put("pii", settings.replace("[\"PL_PESEL\"]", "[]").getBytes(UTF_8));
            Eventually.withinSeconds(10).becomes("untouched text", TEXT, PiiServiceIT::redacted);
        } finally {
            bucket.delete("pii");
        }
        Eventually.withinSeconds(10)
                .becomes(
                        "text redacted by default",
                        "\uD83D\uDE00 Write to [EMAIL], PESEL [PESEL].",
                        PiiServiceIT::redacted);
    }

    private static String redacted() throws InterruptedException {
        return answer(Subjects.PII_REDACT, "f1", Map.of("text", TEXT))
                .path("text")
                .asString();
    }

    @Test
    void logsNothingOfAnyTextAtAnyLevel() throws Exception {
        try (LogCapture log = LogCapture.start()) {
            String hidden = answer(Subjects.PII_REDACT, "g1", Map.of("text", TEXT, "mode", "reversible"))
                    .path("text")
                    .asString();
            answer(Subjects.PII_ANALYZE, "g2", Map.of("text", TEXT, "return_explanation", true));
            answer(Subjects.PII_RESTORE, "g3", Map.of("request_id", "g1", "text", hidden));
            ask(Subjects.PII_REDACT, "g4", Map.of("text", TEXT, "mode", TEXT));
            assertThat(log.containing("anna.test")).isEmpty();
            assertThat(log.containing("44051401359")).isEmpty();
        }
    }

    @Test
    void refusesReversibleAndHashWithoutAKey() {
        try (ConfigurableApplicationContext keyless = start()) {
            var operations = keyless.getBean(PiiOperations.class);
            assertThat(operations.redact(
                            new Owner("", "h1"), new PiiRedactRequest(TEXT, null, null, RedactionKind.REVERSIBLE)))
                    .isInstanceOfSatisfying(ServiceResult.Fault.class, fault -> {
                        assertThat(fault.fault().field()).isEqualTo("mode");
                        assertThat(fault.fault().detail()).contains("VIGIL_PII_KEY");
                    });
        }
    }

    @Test
    void doesNotStartWithAMalformedKey() {
        try (LogCapture log = LogCapture.start()) {
            assertThatThrownBy(() -> start("--vigil.pii.key=bad-secret-key"))
                    .rootCause()
                    .hasMessageContaining("VIGIL_PII_KEY");
            assertThat(log.containing("bad-secret-key")).isEmpty();
        }
    }
}
