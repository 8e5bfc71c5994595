package io.vigil.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Facts about a decision that its name alone does not tell. */
public enum Flag {
    /** Every branch was replaced by an empty one: nothing was checked. */
    NOOP("nothing was checked: the stages are empty"),
    /** No branch that counts could answer; the fail policy decided. */
    ALL_BRANCHES_DEGRADED("no branch could answer, so the text is unseen"),
    /** An engine that looks for personal data could not run, and the fail policy blocks then. */
    PII_DEGRADED("the policy blocks while personal data cannot be found for certain"),
    /** The score asks for sanitising, and what to take out is not (completely) known. */
    SUSPICIOUS("the score asks for sanitising, but not every place to remove is known"),
    /** As {@link #SUSPICIOUS}, with a score from which the policy blocks. */
    UNSANITIZABLE("the attack cannot be taken out of the text, and the score is high enough to block"),
    /** Sanitising would have left nothing that says anything. */
    NOTHING_LEFT("nothing would be left after sanitising"),
    /** Would have been blocked; the policy does not enforce that. */
    BLOCK_NOT_ENFORCED("would be blocked, which the policy does not enforce"),
    /** Would have been sanitised; the policy does not enforce that. */
    SANITIZE_NOT_ENFORCED("would be sanitised, which the policy does not enforce"),
    /** The text is on the policy's list of those to deny. */
    DENY_LISTED("the text is on the policy's list of those to deny"),
    /** The text is on the policy's list of those to allow, so its score decides nothing. */
    ALLOW_LISTED("the text is on the policy's list of those to allow, so its score decides nothing"),
    /** A branch could not answer, and the policy blocks without it. */
    BRANCH_DEGRADED("a branch could not answer, and the policy blocks without it"),
    /** The policy only watches; otherwise the text would have been blocked. */
    WOULD_BLOCK("would be blocked; the policy only watches"),
    /** The policy only watches; otherwise the text would have been sanitised. */
    WOULD_SANITIZE("would be sanitised; the policy only watches");

    private final String reason;

    Flag(String reason) {
        this.reason = reason;
    }

    /** What it says, in plain words. */
    public String reason() {
        return reason;
    }

    /** The name used on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The flag of a name on the wire, or empty where there is none. */
    public static Optional<Flag> of(String wireName) {
        return Arrays.stream(values())
                .filter(flag -> flag.wireName().equals(wireName))
                .findFirst();
    }
}
