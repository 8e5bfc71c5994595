package io.vigil.fusion;

import io.vigil.message.BranchId;
import java.util.Map;

/** What the branches say together, before any boost. */
public sealed interface Fusion {

    /** The fused score, 0 to 100. */
    double score();

    /** How sure the branches are together, 0 to 1. */
    double confidence();

    /** Share of each branch in the score; the shares add up to 1, or are all 0 where no branch counted. */
    Map<BranchId, Double> weights();

    /** At least one branch that counts ran. */
    record Weighed(double score, double confidence, Map<BranchId, Double> weights) implements Fusion {

        public Weighed {
            weights = Map.copyOf(weights);
        }
    }

    /** No branch that counts could answer: the text is unseen, and takes the worst score. */
    record Blind() implements Fusion {

        @Override
        public double score() {
            return 100;
        }

        @Override
        public double confidence() {
            return 0;
        }

        @Override
        public Map<BranchId, Double> weights() {
            return NO_WEIGHTS;
        }
    }

    /** Every branch was replaced by an empty one on purpose: only the transport is being measured. */
    record Idle() implements Fusion {

        @Override
        public double score() {
            return 0;
        }

        @Override
        public double confidence() {
            return 0;
        }

        @Override
        public Map<BranchId, Double> weights() {
            return NO_WEIGHTS;
        }
    }

    /** A share of 0 for each branch. */
    Map<BranchId, Double> NO_WEIGHTS =
            Map.of(BranchId.HEURISTICS, 0.0, BranchId.SEMANTIC, 0.0, BranchId.CLASSIFIER, 0.0);
}
