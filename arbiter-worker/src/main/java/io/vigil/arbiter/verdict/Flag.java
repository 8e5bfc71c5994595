package io.vigil.arbiter.verdict;

import java.util.Locale;

/** Facts about a decision that its name alone does not tell. */
public enum Flag {
    /** Every branch was replaced by an empty one: nothing was checked. */
    NOOP,
    /** No branch that counts could answer; the fail policy decided. */
    ALL_BRANCHES_DEGRADED,
    /** An engine that looks for personal data could not run, and the fail policy blocks then. */
    PII_DEGRADED,
    /** The score asks for sanitising, and what to take out is not (completely) known. */
    SUSPICIOUS,
    /** As {@link #SUSPICIOUS}, with a score from which the policy blocks. */
    UNSANITIZABLE,
    /** Sanitising would have left nothing that says anything. */
    NOTHING_LEFT,
    /** Would have been blocked; the policy does not enforce that. */
    BLOCK_NOT_ENFORCED,
    /** Would have been sanitised; the policy does not enforce that. */
    SANITIZE_NOT_ENFORCED;

    /** The name used on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
