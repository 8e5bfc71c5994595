package io.vigil.fusion;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DetectionReport;
import io.vigil.message.Finding;
import io.vigil.message.ThreatLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reports as the branches write them. */
public final class Reports {

    private Reports() {}

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
}
