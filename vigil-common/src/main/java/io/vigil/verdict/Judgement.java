package io.vigil.verdict;

import io.vigil.fusion.Fusion;
import io.vigil.message.Decision;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.FailPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is decided about a text.
 *
 * @param flags in the order in which they were raised
 */
public record Judgement(Decision decision, List<Flag> flags) {

    public Judgement {
        flags = List.copyOf(flags);
    }

    /**
     * Decides: a function of the evidence, the policy and the cleaning alone.
     *
     * @param cleaning what cleaning the text comes to; asked only where that matters, possibly several times
     */
    public static Judgement of(Evidence evidence, ArbiterPolicy policy, Supplier<? extends Cleaning> cleaning) {
        return new Rules(evidence, policy, cleaning).judgement();
    }

    /** One application of the rules. */
    private static final class Rules {

        private final Evidence evidence;
        private final ArbiterPolicy policy;
        private final Supplier<? extends Cleaning> cleaning;
        private final List<Flag> flags = new ArrayList<>();

        Rules(Evidence evidence, ArbiterPolicy policy, Supplier<? extends Cleaning> cleaning) {
            this.evidence = evidence;
            this.policy = policy;
            this.cleaning = cleaning;
        }

        Judgement judgement() {
            if (evidence.threat().fusion() instanceof Fusion.Idle) {
                flags.add(Flag.NOOP);
            }
            boolean blocked = failsSecure() || isBlocked();
            if (blocked && policy.enforcement().block()) {
                return new Judgement(Decision.BLOCK, flags);
            }
            if (blocked) {
                flags.add(Flag.BLOCK_NOT_ENFORCED);
            }
            if (!blocked && !asksForSanitising() && !evidence.personalData()) {
                return new Judgement(Decision.ALLOW, flags);
            }
            return cleaned();
        }

        private boolean failsSecure() {
            boolean secure = false;
            if (evidence.threat().fusion() instanceof Fusion.Blind) {
                flags.add(Flag.ALL_BRANCHES_DEGRADED);
                secure = policy.failPolicy().allBranchesDegraded() == FailPolicy.Action.BLOCK;
            }
            if (evidence.personalDataUncertain() && policy.failPolicy().piiDegraded() == FailPolicy.Action.BLOCK) {
                flags.add(Flag.PII_DEGRADED);
                secure = true;
            }
            return secure;
        }

        private boolean isBlocked() {
            int score = evidence.threat().score();
            if (evidence.threat().fusion() instanceof Fusion.Weighed
                    && score >= policy.thresholds().block()) {
                return true;
            }
            if (!asksForSanitising() && !evidence.personalData()) {
                return false;
            }
            if (asksForSanitising() && !cleaning.get().attackLocated()) {
                boolean blocks = score >= policy.unsanitizable().blockFrom();
                flags.add(blocks ? Flag.UNSANITIZABLE : Flag.SUSPICIOUS);
                return blocks || emptied();
            }
            return emptied();
        }

        private boolean emptied() {
            boolean emptied = cleaning.get().changed() && cleaning.get().nothingLeft();
            if (emptied) {
                flags.add(Flag.NOTHING_LEFT);
            }
            return emptied;
        }

        private Judgement cleaned() {
            if (!cleaning.get().usable()) {
                return new Judgement(Decision.ALLOW, flags);
            }
            if (!policy.enforcement().sanitize()) {
                flags.add(Flag.SANITIZE_NOT_ENFORCED);
                return new Judgement(Decision.ALLOW, flags);
            }
            return new Judgement(Decision.SANITIZE, flags);
        }

        /** A score that only says that nobody looked asks for nothing: the fail policy has spoken. */
        private boolean asksForSanitising() {
            return evidence.threat().fusion() instanceof Fusion.Weighed
                    && evidence.threat().score() >= policy.thresholds().sanitize();
        }
    }
}
