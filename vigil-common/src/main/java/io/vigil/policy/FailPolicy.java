package io.vigil.policy;

import io.vigil.message.BranchId;
import io.vigil.message.Direction;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What happens where engines could not do their work.
 *
 * @param allBranchesDegraded when no branch that counts could answer
 * @param piiDegraded when an engine that looks for personal data could not run
 * @param branches when one branch could not answer; null means {@link Branches#DEGRADING}
 * @param output what is different for texts coming from a model; null means nothing
 */
public record FailPolicy(
        Action allBranchesDegraded,
        Action piiDegraded,
        @Nullable Branches branches,
        @Nullable Output output) {

    public FailPolicy {
        Allowed.present("fail_policy.all_branches_degraded", allBranchesDegraded);
        Allowed.present("fail_policy.pii_degraded", piiDegraded);
    }

    /** The same in both directions, the other branches deciding for one that could not answer. */
    public FailPolicy(Action allBranchesDegraded, Action piiDegraded) {
        this(allBranchesDegraded, piiDegraded, null, null);
    }

    /** What to do without an answer. */
    public enum Action {
        /** Fail secure: nothing passes unseen. */
        BLOCK,
        /** Fail open: go on with what is known. */
        ALLOW
    }

    /** What to do without the answer of one branch, mildest first. */
    public enum BranchAction {
        /** Fail open: the other branches decide; where none is left, the text passes. */
        OPEN,
        /** The other branches decide; where none is left, {@code all_branches_degraded} does. */
        DEGRADE,
        /** Fail secure: the text is blocked. */
        CLOSED
    }

    /**
     * What to do without the answer of each branch; null means {@link BranchAction#DEGRADE}.
     *
     * @param llmGuard the classifier's
     */
    public record Branches(
            @Nullable BranchAction heuristics,
            @Nullable BranchAction semantic,
            @Nullable BranchAction llmGuard) {

        /** The other branches decide. */
        public static final Branches DEGRADING = new Branches(null, null, null);

        /** What to do without this branch. */
        public BranchAction of(BranchId branch) {
            BranchAction action = switch (branch) {
                case HEURISTICS -> heuristics;
                case SEMANTIC -> semantic;
                case CLASSIFIER -> llmGuard;
            };
            return action == null ? BranchAction.DEGRADE : action;
        }
    }

    /** What is different for texts coming from a model; null means as for those going to one. */
    public record Output(
            @Nullable Action allBranchesDegraded,
            @Nullable Action piiDegraded,
            @Nullable Branches branches) {}

    /** What holds for a direction, with nothing left open. */
    public FailPolicy of(Direction direction) {
        Branches ofInput = Objects.requireNonNullElse(branches, Branches.DEGRADING);
        if (direction == Direction.INPUT || output == null) {
            return new FailPolicy(allBranchesDegraded, piiDegraded, ofInput, null);
        }
        return new FailPolicy(
                Objects.requireNonNullElse(output.allBranchesDegraded(), allBranchesDegraded),
                Objects.requireNonNullElse(output.piiDegraded(), piiDegraded),
                Objects.requireNonNullElse(output.branches(), ofInput),
                null);
    }

    /** What to do without this branch; asked of what {@link #of(Direction)} gave. */
    public BranchAction without(BranchId branch) {
        return Objects.requireNonNullElse(branches, Branches.DEGRADING).of(branch);
    }
}
