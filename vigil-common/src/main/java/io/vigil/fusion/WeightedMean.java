package io.vigil.fusion;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DetectionReport;
import io.vigil.message.Mode;
import io.vigil.policy.ArbiterPolicy;
import java.util.EnumMap;

/**
 * The weighted mean of the branches that ran. The share of a branch that did not run goes to the others in proportion
 * to their weights. A degraded branch counts as a confidence of 0 with a part of its weight.
 */
final class WeightedMean {

    private double ranWeight;
    private double degradedWeight;
    private double score;
    private double confidence;
    private boolean noneAsked = true;
    private boolean stageEmptied;

    private WeightedMean() {}

    static Fusion of(DetectionReport detection, Mode mode, ArbiterPolicy policy) {
        var mean = new WeightedMean();
        for (BranchReport report : detection.branches()) {
            mean.add(report, policy.weights().of(mode, report.branch()));
        }
        if (mean.noneAsked && mean.stageEmptied) {
            return new Fusion.Idle();
        }
        if (mean.ranWeight <= 0) {
            return new Fusion.Blind();
        }
        return mean.weighed(detection, mode, policy);
    }

    private void add(BranchReport report, double weight) {
        switch (report) {
            case BranchReport.Scored scored -> {
                noneAsked = false;
                ranWeight += weight;
                score += weight * scored.score();
                confidence += weight * scored.confidence();
            }
            case BranchReport.Degraded ignored -> {
                noneAsked = false;
                degradedWeight += weight;
            }
            case BranchReport.Skipped skipped ->
                stageEmptied |= skipped.reason().equals(BranchReport.Skipped.EMPTY_STAGE);
        }
    }

    private Fusion weighed(DetectionReport detection, Mode mode, ArbiterPolicy policy) {
        var shares = new EnumMap<BranchId, Double>(BranchId.class);
        for (BranchReport report : detection.branches()) {
            boolean ran = report instanceof BranchReport.Scored;
            shares.put(report.branch(), ran ? policy.weights().of(mode, report.branch()) / ranWeight : 0);
        }
        double counted = ranWeight + policy.degradation().weightMultiplier() * degradedWeight;
        return new Fusion.Weighed(
                Math.clamp(score / ranWeight, 0, 100), Math.clamp(confidence / counted, 0, 1), shares);
    }
}
