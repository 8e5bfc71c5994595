package io.vigil.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.PullSubscribeOptions;
import io.vigil.testkit.Eventually;
import io.vigil.topology.Consumers;
import io.vigil.topology.Streams;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real services on a server with the shipped accounts: whatever they do, the server lets them. */
class SecuredFlowIT {

    @RegisterExtension
    static final Stack STACK = Stack.secured(Map.of("VIGIL_PII_KEY", "A".repeat(43) + "="));

    /** A service that asks for more than it may gets no error, only silence; the connection's journal has it. */
    @AfterEach
    void nothingWasRefused() {
        for (Service service : Service.values()) {
            assertThat(STACK.service(service)
                            .logText()
                            .lines()
                            .filter(line ->
                                    line.toLowerCase(java.util.Locale.ROOT).contains("permissions violation")))
                    .as("log of %s", service)
                    .isEmpty();
        }
    }

    @Test
    void runsARequestThroughEveryStage() throws Exception {
        var answer = STACK.gateway().guard("Mój PESEL to 44051401359, proszę o fakturę.");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("decision")).isEqualTo("SANITIZE");
        Eventually.withinSeconds(20)
                .becomes(
                        "event",
                        "SANITIZE",
                        () -> STACK.query("SELECT decision FROM n8n_logs.vigil_events WHERE event_id = '"
                                + answer.text("request_id") + "'"));
    }

    @Test
    void answersQuestionsOverServicesAndKeepsTheVault() throws Exception {
        String text = "Write to jan.wzorowy@example.pl";
        var redacted = STACK.gateway().post("/v1/pii/redact", "{\"text\":\"" + text + "\",\"mode\":\"reversible\"}");
        assertThat(redacted.status()).isEqualTo(200);

        var restored = STACK.gateway()
                .post(
                        "/v1/pii/restore",
                        "{\"request_id\":\"" + redacted.text("request_id") + "\",\"text\":\"" + redacted.text("text")
                                + "\"}");
        assertThat(restored.text("text")).isEqualTo(text);
    }

    @Test
    void followsThePolicyAndShowsHowTheBrokerIs() throws Exception {
        try (var operator = STACK.connect()) {
            operator.keyValue(Streams.CONFIG_BUCKET).put("nobody-reads-this", "{}".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(STACK.service(Service.API).get("/health/nats").body()).contains("\"UP\"");
    }

    @Test
    void keepsResultsForThoseWhoDoNotWait() throws Exception {
        var accepted = STACK.gateway().post("/v1/analyze/async", "{\"text\":\"What time is it?\"}");
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
        String path = "/v1/analyze/" + accepted.text("requestId");
        Eventually.withinSeconds(30)
                .isTrue(
                        "result",
                        () -> STACK.service(Service.API).get(path).body().contains("\"done\""));
    }

    @Test
    void readsAndWritesKeysPolicyPatternsAndDeadLetters() throws Exception {
        for (String path : new String[] {"/v1/keys", "/v1/policy", "/v1/policy/history", "/v1/patterns", "/v1/dlq"}) {
            var answer = STACK.service(Service.API).get(path);
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        }
        var key = STACK.gateway().post("/v1/keys", "{\"name\":\"one\",\"scopes\":[\"guard\"]}");
        assertThat(key.status()).as(key.body().toString()).isEqualTo(201);
    }

    @Test
    void writesDeadLettersOfEachWorkerAndSweepsWhatItsWorkerLeft() throws Exception {
        try (var operator = STACK.connect()) {
            long before = STACK.size(Streams.DLQ);
            for (String subject :
                    new String[] {"vigil.guard.input", "vigil.pii.detect", "vigil.arbiter.decision", "vigil.logs.event"
                    }) {
                operator.jetStream().publish(subject, "no json".getBytes(StandardCharsets.UTF_8));
            }
            Eventually.withinSeconds(20).becomes("dead letters", before + 4, () -> STACK.size(Streams.DLQ));

            // A message that somebody ended without a dead letter: the server says so, the arbiter sweeps.
            STACK.service(Service.PII).terminate();
            operator.jetStream().publish("vigil.pii.detect", "left behind".getBytes(StandardCharsets.UTF_8));
            var pii = operator.jetStream()
                    .subscribe(null, PullSubscribeOptions.bind(Streams.VIGIL, Consumers.PII.name()));
            pii.fetch(1, Duration.ofSeconds(5)).forEach(io.nats.client.Message::term);
            operator.flush(Duration.ofSeconds(5));
            STACK.service(Service.PII).start();
            STACK.service(Service.PII).awaitReady();
            STACK.awaitQuiet(60);
            Eventually.withinSeconds(30).becomes("advisories", 0L, () -> STACK.size(Streams.ADVISORIES));
        }
    }
}
