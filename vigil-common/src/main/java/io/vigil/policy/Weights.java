package io.vigil.policy;

import io.vigil.message.BranchId;
import io.vigil.message.Mode;

/**
 * Share of each branch in the fused score, by mode.
 *
 * @param full where all three branches are asked
 * @param fast where the classifier is left out; it has no share there
 */
public record Weights(Full full, Fast fast) {

    public Weights {
        Allowed.present("weights.full", full);
        Allowed.present("weights.fast", fast);
    }

    /** The configured share of a branch, 0 to 1. */
    public double of(Mode mode, BranchId branch) {
        return switch (mode) {
            case FULL ->
                switch (branch) {
                    case HEURISTICS -> full.heuristics;
                    case SEMANTIC -> full.semantic;
                    case CLASSIFIER -> full.llmGuard;
                };
            case FAST ->
                switch (branch) {
                    case HEURISTICS -> fast.heuristics;
                    case SEMANTIC -> fast.semantic;
                    case CLASSIFIER -> 0;
                };
        };
    }

    /** Shares with three branches, each 0 to 1, together 1. */
    public record Full(double heuristics, double semantic, double llmGuard) {

        public Full {
            Allowed.fraction("weights.full.heuristics", heuristics);
            Allowed.fraction("weights.full.semantic", semantic);
            Allowed.fraction("weights.full.llm_guard", llmGuard);
            Allowed.sumsToOne("weights.full", heuristics + semantic + llmGuard);
        }
    }

    /** Shares with two branches, each 0 to 1, together 1. */
    public record Fast(double heuristics, double semantic) {

        public Fast {
            Allowed.fraction("weights.fast.heuristics", heuristics);
            Allowed.fraction("weights.fast.semantic", semantic);
            Allowed.sumsToOne("weights.fast", heuristics + semantic);
        }
    }
}
