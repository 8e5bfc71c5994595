package io.vigil.logging;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Direction;
import io.vigil.message.Grounds;
import io.vigil.message.MatchedRule;
import io.vigil.message.Mode;
import io.vigil.message.Origin;
import io.vigil.message.Provenance;
import io.vigil.message.Source;
import io.vigil.message.StageTiming;
import io.vigil.message.ThreatLevel;
import io.vigil.wire.Envelope;
import io.vigil.worker.Delivered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Events to log. */
public final class SampleEvents {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private SampleEvents() {}

    public static DecisionEvent event(String id) {
        return event(id, NOON, "write to [EMAIL]", null, 7);
    }

    public static DecisionEvent withSealedText(String id, String sealedText) {
        return event(id, NOON, "write to [EMAIL]", sealedText, 7);
    }

    /** An event whose row ClickHouse refuses: the column of the revision has no sign. */
    public static DecisionEvent poison(String id) {
        return event(id, NOON, "write to [EMAIL]", null, -1);
    }

    public static List<DecisionEvent> events(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> event(prefix + "-" + i)).toList();
    }

    public static DecisionEvent event(
            String id, Instant occurredAt, String text, @Nullable String sealedText, long policyRevision) {
        return new DecisionEvent(
                id,
                occurredAt,
                "SANITIZE",
                Direction.INPUT,
                Source.TOOL_OUTPUT,
                Mode.FULL,
                "acme",
                42,
                0.75,
                List.of("INSTRUCTION_OVERRIDE"),
                List.of("high_similarity"),
                List.of("suspicious"),
                List.of("llm_guard"),
                branches(),
                List.of("EMAIL_ADDRESS"),
                2,
                "en",
                List.of("a known way to override instructions"),
                List.of(new StageTiming("detection", 100, 2000), new StageTiming("pii", 30, 400)),
                text,
                sealedText,
                21,
                policyRevision,
                new Origin("shop", "session-1", NOON.minusSeconds(1)),
                Map.of("EMAIL_ADDRESS", 2),
                "00ff",
                grounds(),
                new Provenance(Map.of("heuristics", "patterns 3"), "3.0.0", "host-1"));
    }

    public static Delivered<DecisionEvent> delivered(DecisionEvent event, long attempt) {
        return delivered(event, event.requestId() + ".log", attempt);
    }

    public static Delivered<DecisionEvent> delivered(DecisionEvent event, String messageId, long attempt) {
        return new Delivered<>(
                event,
                new Envelope(
                        event.requestId(), messageId, "vigil.logs.event", 1, NOON, attempt, "", null, null, Map.of()));
    }

    private static Grounds grounds() {
        return new Grounds(
                ThreatLevel.MEDIUM,
                Map.of("heuristics", 1.0),
                42,
                Map.of(),
                70,
                30,
                50,
                true,
                List.of(new MatchedRule(
                        BranchId.HEURISTICS, "INSTRUCTION_OVERRIDE", "override-1", 61, "asks to forget the rules")));
    }

    private static List<BranchReport> branches() {
        return List.of(
                new BranchReport.Scored(
                        BranchId.HEURISTICS,
                        61,
                        ThreatLevel.MEDIUM,
                        0.8,
                        Set.of(CriticalSignal.OBFUSCATION_DETECTED),
                        Map.of("entropy", 0.5),
                        List.of(),
                        List.of("hidden characters"),
                        900),
                new BranchReport.Degraded(BranchId.CLASSIFIER, "timeout", 3_000_000),
                new BranchReport.Skipped(BranchId.SEMANTIC, "empty_stage"));
    }
}
