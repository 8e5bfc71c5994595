package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * How a decision came about.
 *
 * @param branches the branch reports, with spans in Unicode code points
 * @param weights share of each branch in the fused score, by branch name; they add up to 1, or are all 0 when no branch ran
 * @param weightedScore the fused score before boosts, 0 to 100
 * @param boosts names of the boosts that applied, in order of evaluation
 * @param blockThreshold scores from here are blocked
 * @param sanitizeThreshold scores from here are sanitised
 * @param pii entities found, with spans in Unicode code points
 * @param language language of the text, ISO 639-1 or {@code unknown}
 * @param explanations reasons in plain words
 * @param timings time per stage
 * @param policyRevision revision of the policy that decided; 0 is the built-in default
 */
public record DecisionProcess(
        List<BranchReport> branches,
        Map<String, Double> weights,
        double weightedScore,
        List<String> boosts,
        int blockThreshold,
        int sanitizeThreshold,
        List<PiiEntity> pii,
        String language,
        List<String> explanations,
        List<StageTiming> timings,
        long policyRevision) {

    public DecisionProcess {
        requireNonNull(language, "language");
        branches = List.copyOf(branches);
        weights = Map.copyOf(weights);
        boosts = List.copyOf(boosts);
        pii = List.copyOf(pii);
        explanations = List.copyOf(explanations);
        timings = List.copyOf(timings);
    }
}
