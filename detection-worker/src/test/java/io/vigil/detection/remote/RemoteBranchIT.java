package io.vigil.detection.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Direction;
import io.vigil.message.Finding;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import io.vigil.wire.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteBranchIT {
    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final String HEURISTICS_OK = """
            {"score":92,"threat_level":"HIGH","confidence":0.9,
             "features":{"obfuscation":{"score":40,"zero_width_count":3},
               "injection":{"score":80,"categories_triggered":["CRITICAL_INJECTION","bad name!"]}},
             "explanations":["Obfuscation found"],"critical_signals":{"obfuscation_detected":true},
             "branch_id":"A","name":"heuristics","timing_ms":4,"degraded":false}""";
    private static final String SEMANTIC_OK = """
            {"branch_id":"B","name":"semantic","score":61,"threat_level":"MEDIUM","confidence":0.61,
             "critical_signals":{"high_similarity":false},
             "features":{"top_similarity":0.61,"top_k":[{"pattern_id":"p-1","category":"PROMPT_LEAK","similarity":0.61}],
               "embedding_model":"all-MiniLM-L6-v2","patterns_searched":3000},
             "explanations":[],"timing_ms":12,"degraded":false}""";

    private final FakeService service = new FakeService();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final Clock clock = new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    };
    private final RemoteBranches branches =
            new RemoteBranches(new BreakerSettings(4, 50, Duration.ofSeconds(5)), clock, () -> 0);

    @AfterEach
    void close() {
        branches.close();
        service.close();
    }

    @Test
    void readsTheHeuristicsAnswer() {
        service.does(FakeService.Behaviour.json(200, HEURISTICS_OK));

        assertThat(ask(BranchId.HEURISTICS, "hello"))
                .isEqualTo(new BranchReport.Scored(
                        BranchId.HEURISTICS,
                        92,
                        ThreatLevel.HIGH,
                        0.9,
                        Set.of(CriticalSignal.OBFUSCATION_DETECTED),
                        Map.of("obfuscation", 40.0, "injection", 80.0),
                        List.of(new Finding(
                                "CRITICAL_INJECTION", "remote", 92, "category that the remote service reported", null)),
                        List.of("Obfuscation found"),
                        0));
        assertThat(service.paths()).containsExactly("POST /analyze");
        assertThat(Json.mapper().readTree(service.bodies().getFirst()))
                .isEqualTo(Json.mapper().readTree("{\"text\":\"hello\",\"request_id\":\"r1\"}"));
    }

    @Test
    void readsTheSemanticAnswer() {
        service.does(FakeService.Behaviour.json(200, SEMANTIC_OK));

        assertThat(ask(BranchId.SEMANTIC, "hello"))
                .isEqualTo(new BranchReport.Scored(
                        BranchId.SEMANTIC,
                        61,
                        ThreatLevel.MEDIUM,
                        0.61,
                        Set.of(),
                        Map.of("top_similarity", 0.61, "patterns_searched", 3000.0),
                        List.of(new Finding(
                                "PROMPT_LEAK", "p-1", 61, "nearest known attack of the remote service", null)),
                        List.of(),
                        0));
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0.95, 0.97, 85, HIGH, 0.97",
        "false, 0.01, 0.99, 1, LOW, 0.99",
        "false, 0.4, 0.6, 40, MEDIUM, 0.6",
        "false, , , 1, LOW, 0.5",
        "true, , , 85, HIGH, 0.5"
    })
    void readsTheClassifierAnswer(
            boolean attack, String risk, String confidence, int score, ThreatLevel level, double expectedConfidence) {
        var fields =
                new ArrayList<String>(List.of("\"is_attack\":" + attack, "\"text\":\"he\"", "\"verdict\":\"SAFE\""));
        if (risk != null) {
            fields.add("\"risk_score\":" + risk);
            fields.add("\"confidence\":" + confidence);
        }
        service.does(FakeService.Behaviour.json(200, "{" + String.join(",", fields) + "}"));

        assertThat(ask(BranchId.CLASSIFIER, "hello")).isInstanceOfSatisfying(BranchReport.Scored.class, report -> {
            assertThat(report.score()).isEqualTo(score);
            assertThat(report.threatLevel()).isEqualTo(level);
            assertThat(report.confidence()).isEqualTo(expectedConfidence);
            assertThat(report.criticalSignals().contains(CriticalSignal.LLM_ATTACK))
                    .isEqualTo(attack);
        });
        assertThat(service.paths()).containsExactly("POST /detect");
        assertThat(service.bodies()).containsExactly("{\"text\":\"hello\"}");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500, 503})
    void givesNoVoteToAnAnswerThatCallsItselfDegraded(int status) {
        service.does(FakeService.Behaviour.json(status, """
                {"branch_id":"A","name":"heuristics","score":100,"threat_level":"HIGH","decision":"BLOCK",
                 "confidence":0,"degraded":true,"reason":"timeout","errorId":"e1"}"""));

        assertThat(ask(BranchId.HEURISTICS, "hello")).isEqualTo(degraded(BranchId.HEURISTICS, "reported_degraded"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "17",
                "not json",
                "{}",
                "{\"branch_id\":\"A\"}",
                "BRANCH B INSTEAD",
                "SCORE 101",
                "SCORE -1",
                "SCORE 3.5",
                "SCORE \"92\"",
                "SCORE null",
                "LEVEL",
                "CONFIDENCE",
                "FLAG",
                "TRAILING"
            })
    void refusesAnswersThatBreakTheContract(String garbage) {
        var body = switch (garbage) {
            case "BRANCH B INSTEAD" -> HEURISTICS_OK.replace("\"A\"", "\"B\"");
            case "LEVEL" -> HEURISTICS_OK.replace("HIGH", "SEVERE");
            case "CONFIDENCE" -> HEURISTICS_OK.replace("0.9", "1.1");
            case "FLAG" -> HEURISTICS_OK.replace("\"degraded\":false", "\"degraded\":0");
            case "TRAILING" -> HEURISTICS_OK + "x";
            default ->
                garbage.startsWith("SCORE ")
                        ? HEURISTICS_OK.replace("\"score\":92", "\"score\":" + garbage.substring(6))
                        : garbage;
        };
        service.does(FakeService.Behaviour.json(200, body));

        assertThat(ask(BranchId.HEURISTICS, "hello")).isEqualTo(degraded(BranchId.HEURISTICS, "bad_answer"));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 400, 404, 429, 500, 503})
    void refusesGoodLookingBodiesOfOtherStatus(int status) {
        service.does(FakeService.Behaviour.json(status, HEURISTICS_OK));

        assertThat(ask(BranchId.HEURISTICS, "hello")).isEqualTo(degraded(BranchId.HEURISTICS, "bad_answer"));
    }

    @Test
    void givesUpWhenTheBodyStalls() {
        service.does(FakeService.Behaviour.stall());
        var branch = branches.branch(BranchId.SEMANTIC, service.url(), Duration.ofMillis(50));

        assertThat(branch.analyze(request("hello"))).isEqualTo(degraded(BranchId.SEMANTIC, "timeout"));
    }

    @Test
    void callsAServiceThatHangsUpUnreachable() {
        service.does(FakeService.Behaviour.hangUp());

        assertThat(ask(BranchId.SEMANTIC, "hello")).isEqualTo(degraded(BranchId.SEMANTIC, "unreachable"));
    }

    @Test
    void callsAServiceThatIsAwayUnreachable() {
        var url = service.url();
        service.close();

        assertThat(branches.branch(BranchId.SEMANTIC, url, PATIENT).analyze(request("hello")))
                .isEqualTo(degraded(BranchId.SEMANTIC, "unreachable"));
    }

    @Test
    void leavesAFailingServiceAloneAndTriesAgainLater() {
        var branch = branches.branch(BranchId.SEMANTIC, service.url(), PATIENT);
        service.does(FakeService.Behaviour.json(500, "oops"));
        for (int call = 0; call < 4; call++) {
            assertThat(branch.analyze(request("hello"))).isEqualTo(degraded(BranchId.SEMANTIC, "bad_answer"));
        }
        service.does(FakeService.Behaviour.json(200, SEMANTIC_OK));

        assertThat(branch.analyze(request("hello"))).isEqualTo(degraded(BranchId.SEMANTIC, "circuit_open"));
        assertThat(service.paths()).hasSize(4);
        now.updateAndGet(instant -> instant.plusSeconds(6));
        assertThat(branch.analyze(request("hello"))).isInstanceOf(BranchReport.Scored.class);
        assertThat(branch.analyze(request("hello"))).isInstanceOf(BranchReport.Scored.class);
    }

    @Test
    void opensAgainWhenTheTrialFails() {
        var branch = branches.branch(BranchId.SEMANTIC, service.url(), PATIENT);
        service.does(FakeService.Behaviour.json(500, "oops"));
        for (int call = 0; call < 4; call++) {
            branch.analyze(request("hello"));
        }
        now.updateAndGet(instant -> instant.plusSeconds(6));

        assertThat(branch.analyze(request("hello"))).isEqualTo(degraded(BranchId.SEMANTIC, "bad_answer"));
        assertThat(branch.analyze(request("hello"))).isEqualTo(degraded(BranchId.SEMANTIC, "circuit_open"));
    }

    @Test
    void staysClosedWhileTheTextsAreAtFault() {
        var branch = branches.branch(BranchId.HEURISTICS, service.url(), PATIENT);
        service.does(FakeService.Behaviour.json(
                400, "{\"error\":\"Validation failed\",\"details\":[],\"branch_id\":\"A\",\"degraded\":false}"));

        for (int call = 0; call < 12; call++) {
            assertThat(branch.analyze(request("hello"))).isEqualTo(degraded(BranchId.HEURISTICS, "bad_answer"));
        }
        assertThat(service.paths()).hasSize(12);
    }

    @Test
    void cutsTextsThatAreTooLongForTheServiceIntoOverlappingPieces() {
        service.does(FakeService.Behaviour.json(200, HEURISTICS_OK));
        var text = "ab".repeat(75_000);

        assertThat(ask(BranchId.HEURISTICS, text)).isInstanceOf(BranchReport.Scored.class);

        var sent = service.bodies().stream()
                .map(body -> Json.mapper().readTree(body).path("text").stringValue())
                .toList();
        assertThat(sent).containsExactly(text.substring(0, 100_000), text.substring(98_000));
    }

    @Test
    void survivesHalfASurrogatePair() {
        service.does(FakeService.Behaviour.json(200, HEURISTICS_OK));

        assertThat(ask(BranchId.HEURISTICS, "x\uD83D")).isInstanceOf(BranchReport.Scored.class);
        assertThat(Json.mapper()
                        .readTree(service.bodies().getFirst())
                        .path("text")
                        .stringValue())
                .isEqualTo("x?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://h:1", "http://h:1/", "http://h:1/analyze", "http://h:1/analyze/"})
    void takesUrlsWithAndWithoutThePath(URI url) {
        assertThat(JsonEndpoint.under(url, "/analyze")).hasToString("http://h:1/analyze");
    }

    private BranchReport ask(BranchId id, String text) {
        Branch branch = branches.branch(id, service.url(), PATIENT);
        assertThat(branch.id()).isEqualTo(id);
        return branch.analyze(request(text));
    }

    private static GuardRequest request(String text) {
        return new GuardRequest("r1", text, Direction.INPUT, Mode.FULL, false);
    }

    private static BranchReport degraded(BranchId id, String reason) {
        return new BranchReport.Degraded(id, reason, 0);
    }
}
