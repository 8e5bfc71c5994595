package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a decision was made from besides the branch reports, so that it can be explained, and made again under another policy.
 *
 * @param threatLevel the score under the thresholds in force: {@code HIGH} from blocking, {@code MEDIUM} from sanitising
 * @param weights share of each branch in the fused score, by branch name; as {@link DecisionProcess#weights}
 * @param weightedScore the fused score before boosts, 0 to 100
 * @param lifts what each boost that applied made the score at least, 0 to 100, by name of the boost
 * @param blockThreshold scores from here were blocked
 * @param sanitizeThreshold scores from here were sanitised
 * @param unsanitizableBlockFrom scores from here were blocked where the attack could not be taken out
 * @param attackLocated whether the places of the attack were known well enough to take it out
 * @param rules rules that matched, strongest first, at most {@value #MAX_RULES}
 */
public record Grounds(
        ThreatLevel threatLevel,
        Map<String, Double> weights,
        double weightedScore,
        Map<String, Integer> lifts,
        int blockThreshold,
        int sanitizeThreshold,
        int unsanitizableBlockFrom,
        boolean attackLocated,
        List<MatchedRule> rules) {

    /** Most rules that an event keeps. */
    public static final int MAX_RULES = 20;

    public Grounds {
        requireNonNull(threatLevel, "threat_level");
        weights = Map.copyOf(weights);
        lifts = Map.copyOf(lifts);
        rules = List.copyOf(rules);
        if (!(weightedScore >= 0 && weightedScore <= 100)) {
            throw new IllegalArgumentException("weighted_score must be 0 to 100");
        }
    }
}
