package io.vigil.eval.figures;

import io.vigil.eval.guard.Judgement;
import io.vigil.message.BranchId;
import java.util.OptionalInt;

/** The scores that texts get. */
public enum ScoreName {
    /** Fused and boosted by the arbiter. */
    THREAT("threat"),
    /** Branch A. */
    HEURISTICS("A heuristics"),
    /** Branch B. */
    SEMANTIC("B semantic"),
    /** Branch C. */
    CLASSIFIER("C classifier");

    private final String title;

    ScoreName(String title) {
        this.title = title;
    }

    /** Its name for people. */
    public String title() {
        return title;
    }

    /** The score, 0 to 100; empty where the branch did not run. */
    OptionalInt of(Judgement judgement) {
        return switch (this) {
            case THREAT -> OptionalInt.of(judgement.threatScore());
            case HEURISTICS -> branch(judgement, BranchId.HEURISTICS);
            case SEMANTIC -> branch(judgement, BranchId.SEMANTIC);
            case CLASSIFIER -> branch(judgement, BranchId.CLASSIFIER);
        };
    }

    private static OptionalInt branch(Judgement judgement, BranchId id) {
        Integer score = judgement.branches().get(id);
        return score == null ? OptionalInt.empty() : OptionalInt.of(score);
    }
}
