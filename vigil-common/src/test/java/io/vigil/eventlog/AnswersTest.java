package io.vigil.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.BranchId;
import io.vigil.message.MatchedRule;
import io.vigil.message.StageTiming;
import io.vigil.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final EventEntry ENTRY = new EventEntry(
            "r1",
            NOON,
            "input",
            "user_input",
            "full",
            "acme",
            "shop",
            "s",
            "BLOCK",
            90,
            0.5,
            90,
            null,
            null,
            "scored",
            "skipped:decided",
            "degraded:timeout",
            List.of("A"),
            List.of("UNANIMOUS_HIGH"),
            List.of("suspicious"),
            List.of("llm_guard"),
            List.of("EMAIL_ADDRESS"),
            1,
            "en",
            "a text",
            6,
            5,
            1);

    static Stream<Record> answers() {
        var share = new EventStats.Share("A", 1, 50);
        return Stream.of(
                new EventPage(List.of(ENTRY), "next"),
                new EventExplanation(
                        ENTRY,
                        "It was blocked.",
                        List.of(new EventExplanation.Branch(
                                "a",
                                "heuristics",
                                "scored",
                                null,
                                90,
                                1.0,
                                "HIGH",
                                0.5,
                                List.of("x"),
                                List.of("y"),
                                9L)),
                        90.0,
                        List.of(new EventExplanation.Boost("UNANIMOUS_HIGH", "all three", 90)),
                        List.of(new MatchedRule(BranchId.HEURISTICS, "A", "a-1", 90, "looks for a")),
                        new EventExplanation.Thresholds(70, 30, 50),
                        Map.of("suspicious", "odd"),
                        List.of("reason"),
                        Map.of("EMAIL_ADDRESS", 1),
                        Map.of("heuristics", "3"),
                        List.of(new StageTiming("pii", 1, 2)),
                        "a text"),
                new EventStats(
                        NOON,
                        NOON,
                        new EventStats.Total(2, 45.0, 0.5, 1),
                        List.of(share),
                        List.of(new EventStats.Point(NOON, 2, 1, 0, 1, 0)),
                        List.of(new EventStats.Bucket(0, 9, 1)),
                        List.of(share),
                        List.of(new EventStats.Branch("a", 45.0, 2, 0, 0)),
                        List.of(share),
                        new EventStats.PersonalData(1, 50, 1, List.of(share)),
                        List.of(new EventStats.Latency("total", 1, 2, 3))),
                new ReplayAnswer(
                        NOON,
                        NOON,
                        1,
                        true,
                        0,
                        1,
                        0,
                        0,
                        List.of(new ReplayAnswer.Change("ALLOW", "BLOCK", 1)),
                        List.of(new ReplayAnswer.Example("r1", NOON, "ALLOW", "BLOCK", 60, 60, List.of("A"), "a"))),
                new FeedbackStored("r1", FeedbackKind.FALSE_POSITIVE, FeedbackReason.OVER_BLOCKING, NOON),
                new FeedbackSummary(
                        NOON,
                        NOON,
                        new FeedbackSummary.Precision("all", 1, 1, 0.5),
                        List.of(),
                        List.of(new FeedbackSummary.Reason(FeedbackKind.TRUE_POSITIVE, FeedbackReason.OTHER, 1)),
                        List.of(new FeedbackSummary.Threshold(71, 1, 0)),
                        null),
                new Erased(3));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void comesOutOfAMessageAsItWentIn(Record answer) {
        String json = Json.mapper().writeValueAsString(answer);

        assertThat((Object) Json.mapper().readValue(json, answer.getClass())).isEqualTo(answer);
    }
}
