package io.vigil.policy;

/** Rules that lift the fused score, in order of evaluation. */
public record Boosts(
        ConservativeOverride conservativeOverride,
        SemanticHighSimilarity semanticHighSimilarity,
        HeuristicsCritical heuristicsCritical,
        LlmGuardHighConfidence llmGuardHighConfidence,
        UnanimousHigh unanimousHigh) {

    public Boosts {
        Allowed.present("boosts.conservative_override", conservativeOverride);
        Allowed.present("boosts.semantic_high_similarity", semanticHighSimilarity);
        Allowed.present("boosts.heuristics_critical", heuristicsCritical);
        Allowed.present("boosts.llm_guard_high_confidence", llmGuardHighConfidence);
        Allowed.present("boosts.unanimous_high", unanimousHigh);
    }

    /**
     * One branch alone sees an attack: the score is at least that branch's.
     *
     * @param minScore any branch's score from here is enough, 0 to 100
     * @param anyHigh whether a branch's own reading {@code HIGH} is enough as well
     * @param floor the score is at least this as well, 0 to 100
     */
    public record ConservativeOverride(boolean enabled, int minScore, boolean anyHigh, int floor) {

        public ConservativeOverride {
            Allowed.score("boosts.conservative_override.min_score", minScore);
            Allowed.score("boosts.conservative_override.floor", floor);
        }
    }

    /**
     * The semantic branch reads {@code HIGH} and is very similar to a known attack.
     *
     * @param floor the score is at least this, 0 to 100
     */
    public record SemanticHighSimilarity(boolean enabled, int floor) {

        public SemanticHighSimilarity {
            Allowed.score("boosts.semantic_high_similarity.floor", floor);
        }
    }

    /**
     * The heuristics score is critical and the text hides its content.
     *
     * @param minScore heuristics scores from here are critical, 0 to 100
     * @param floor the score is at least this, 0 to 100
     */
    public record HeuristicsCritical(boolean enabled, int minScore, int floor) {

        public HeuristicsCritical {
            Allowed.score("boosts.heuristics_critical.min_score", minScore);
            Allowed.score("boosts.heuristics_critical.floor", floor);
        }
    }

    /**
     * The classifier reads {@code HIGH}, says attack and is sure of it.
     *
     * @param aboveConfidence the confidence must be greater than this, 0 to 1
     * @param floor the score is at least this, 0 to 100
     */
    public record LlmGuardHighConfidence(boolean enabled, double aboveConfidence, int floor) {

        public LlmGuardHighConfidence {
            Allowed.fraction("boosts.llm_guard_high_confidence.above_confidence", aboveConfidence);
            Allowed.score("boosts.llm_guard_high_confidence.floor", floor);
        }
    }

    /**
     * All three branches read {@code HIGH}.
     *
     * @param floor the score is at least this, 0 to 100
     */
    public record UnanimousHigh(boolean enabled, int floor) {

        public UnanimousHigh {
            Allowed.score("boosts.unanimous_high.floor", floor);
        }
    }
}
