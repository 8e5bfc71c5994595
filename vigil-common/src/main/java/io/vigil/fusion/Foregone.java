package io.vigil.fusion;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DetectionReport;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Decisions that stand before every branch has spoken. Pure. */
public final class Foregone {

    private Foregone() {}

    /**
     * Whether the text is blocked whatever the branches without a report would say, and also where they say nothing. The
     * least that a branch can do is to find nothing at all: neither the mean nor a boost falls when it finds more.
     *
     * @param known reports of some branches, at most one each
     */
    public static boolean isBlocked(Collection<BranchReport> known, Mode mode, ArbiterPolicy policy) {
        return policy.enforcement().block()
                && known.stream().anyMatch(Foregone::foundSomething)
                && isBlocked(completed(known, Foregone::harmless), mode, policy)
                && isBlocked(completed(known, Foregone::leftOut), mode, policy);
    }

    private static boolean isBlocked(DetectionReport detection, Mode mode, ArbiterPolicy policy) {
        var threat = Threat.of(detection, mode, policy);
        return threat.fusion() instanceof Fusion.Weighed
                && threat.score() >= policy.thresholds().block();
    }

    /** Without this the score is 0, and most texts are harmless: it saves two fusions a branch. */
    private static boolean foundSomething(BranchReport report) {
        return report instanceof BranchReport.Scored scored
                && (scored.score() > 0
                        || scored.threatLevel() == ThreatLevel.HIGH
                        || !scored.criticalSignals().isEmpty());
    }

    private static DetectionReport completed(
            Collection<BranchReport> known, Function<BranchId, BranchReport> otherwise) {
        var missing = EnumSet.allOf(BranchId.class);
        known.forEach(report -> missing.remove(report.branch()));
        var reports = new ArrayList<>(known);
        missing.forEach(branch -> reports.add(otherwise.apply(branch)));
        return new DetectionReport(reports);
    }

    private static BranchReport harmless(BranchId branch) {
        return new BranchReport.Scored(branch, 0, ThreatLevel.LOW, 0, Set.of(), Map.of(), List.of(), List.of(), 0);
    }

    private static BranchReport leftOut(BranchId branch) {
        return new BranchReport.Skipped(branch, BranchReport.Skipped.DECIDED);
    }
}
