package io.vigil.policy;

/**
 * What happens where engines could not do their work.
 *
 * @param allBranchesDegraded when no branch that counts could answer
 * @param piiDegraded when an engine that looks for personal data could not run
 */
public record FailPolicy(Action allBranchesDegraded, Action piiDegraded) {

    public FailPolicy {
        Allowed.present("fail_policy.all_branches_degraded", allBranchesDegraded);
        Allowed.present("fail_policy.pii_degraded", piiDegraded);
    }

    /** What to do without an answer. */
    public enum Action {
        /** Fail secure: nothing passes unseen. */
        BLOCK,
        /** Fail open: go on with what is known. */
        ALLOW
    }
}
