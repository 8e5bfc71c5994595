package io.vigil.arbiter;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DetectionReport;
import io.vigil.message.Direction;
import io.vigil.message.Finding;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.PiiEntity;
import io.vigil.message.PiiReport;
import io.vigil.message.Screened;
import io.vigil.message.Span;
import io.vigil.message.StageTiming;
import io.vigil.message.ThreatLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Messages as the PII stage sends them. */
public final class Sample {

    private Sample() {}

    /** A branch that ran without evidence. Levels as the branches set them: A high from 66, B and C from 70. */
    public static BranchReport.Scored ran(BranchId branch, int score, Finding... findings) {
        int high = branch == BranchId.HEURISTICS ? 66 : 70;
        ThreatLevel level = score >= high ? ThreatLevel.HIGH : score >= 30 ? ThreatLevel.MEDIUM : ThreatLevel.LOW;
        return ran(branch, score, level, 0.5, Set.of(), findings);
    }

    public static BranchReport.Scored ran(
            BranchId branch,
            int score,
            ThreatLevel level,
            double confidence,
            Set<CriticalSignal> signals,
            Finding... findings) {
        return new BranchReport.Scored(
                branch, score, level, confidence, signals, Map.of(), List.of(findings), List.of(), 10);
    }

    public static BranchReport degraded(BranchId branch) {
        return new BranchReport.Degraded(branch, "timeout", 10);
    }

    public static BranchReport skipped(BranchId branch, String reason) {
        return new BranchReport.Skipped(branch, reason);
    }

    public static DetectionReport detection(BranchReport... branches) {
        return new DetectionReport(List.of(branches));
    }

    /** All three branches ran and found nothing to point at. */
    public static DetectionReport scores(int a, int b, int c) {
        return detection(ran(BranchId.HEURISTICS, a), ran(BranchId.SEMANTIC, b), ran(BranchId.CLASSIFIER, c));
    }

    public static Finding finding(int score, int start, int end) {
        return new Finding("INSTRUCTION_OVERRIDE", "override", score, "asks to drop rules", new Span(start, end));
    }

    public static PiiEntity entity(int start, int end, String replacement) {
        return new PiiEntity("PL_PESEL", new Span(start, end), 0.99, replacement);
    }

    public static PiiReport pii(PiiEntity... entities) {
        return new PiiReport(List.of(entities), "en", List.of(), 20);
    }

    public static Screened screened(String text, DetectionReport detection, PiiReport pii) {
        return screened(text, Mode.FULL, true, detection, pii);
    }

    public static Screened screened(String text, Mode mode, boolean explain, DetectionReport detection, PiiReport pii) {
        return new Screened(
                new GuardRequest("r-1", text, Direction.INPUT, mode, explain),
                detection,
                pii,
                List.of(new StageTiming("detection", 1, 2), new StageTiming("pii", 3, 4)));
    }
}
