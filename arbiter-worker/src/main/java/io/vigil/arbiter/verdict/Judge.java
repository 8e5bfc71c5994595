package io.vigil.arbiter.verdict;

import io.vigil.arbiter.sanitise.Sanitised;
import io.vigil.arbiter.sanitise.Sanitiser;
import io.vigil.fusion.Fusion;
import io.vigil.fusion.Threat;
import io.vigil.message.Decision;
import io.vigil.message.Screened;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.FailPolicy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides about one text. The verdict is a function of the message and the policy alone. */
public final class Judge {

    private final Screened message;
    private final ArbiterPolicy policy;
    private final Threat threat;
    private final List<Flag> flags = new ArrayList<>();
    private @Nullable Sanitised sanitised;

    private Judge(Screened message, ArbiterPolicy policy) {
        this.message = message;
        this.policy = policy;
        this.threat = Threat.of(message.detection(), message.request().mode(), policy);
    }

    /** The verdict on a message under a policy. */
    public static Verdict judge(Screened message, ArbiterPolicy policy) {
        return new Judge(message, policy).verdict();
    }

    private Verdict verdict() {
        if (threat.fusion() instanceof Fusion.Idle) {
            flags.add(Flag.NOOP);
        }
        boolean blocked = failsSecure() || isBlocked();
        if (blocked && policy.enforcement().block()) {
            return new Verdict(Decision.BLOCK, threat, null, flags);
        }
        if (blocked) {
            flags.add(Flag.BLOCK_NOT_ENFORCED);
        }
        if (!blocked && !asksForSanitising() && !hasPii()) {
            return new Verdict(Decision.ALLOW, threat, null, flags);
        }
        return cleaned();
    }

    private boolean failsSecure() {
        boolean secure = false;
        if (threat.fusion() instanceof Fusion.Blind) {
            flags.add(Flag.ALL_BRANCHES_DEGRADED);
            secure = policy.failPolicy().allBranchesDegraded() == FailPolicy.Action.BLOCK;
        }
        if (!message.pii().degraded().isEmpty() && policy.failPolicy().piiDegraded() == FailPolicy.Action.BLOCK) {
            flags.add(Flag.PII_DEGRADED);
            secure = true;
        }
        return secure;
    }

    private boolean isBlocked() {
        if (threat.fusion() instanceof Fusion.Weighed
                && threat.score() >= policy.thresholds().block()) {
            return true;
        }
        if (!asksForSanitising() && !hasPii()) {
            return false;
        }
        if (asksForSanitising() && !sanitised().attackLocated()) {
            boolean blocks = threat.score() >= policy.unsanitizable().blockFrom();
            flags.add(blocks ? Flag.UNSANITIZABLE : Flag.SUSPICIOUS);
            return blocks || emptied();
        }
        return emptied();
    }

    private boolean emptied() {
        boolean emptied = sanitised().changed() && sanitised().nothingLeft();
        if (emptied) {
            flags.add(Flag.NOTHING_LEFT);
        }
        return emptied;
    }

    private Verdict cleaned() {
        if (!sanitised().usable()) {
            return new Verdict(Decision.ALLOW, threat, null, flags);
        }
        if (!policy.enforcement().sanitize()) {
            flags.add(Flag.SANITIZE_NOT_ENFORCED);
            return new Verdict(Decision.ALLOW, threat, null, flags);
        }
        return new Verdict(Decision.SANITIZE, threat, sanitised().text(), flags);
    }

    /** A score that only says that nobody looked asks for nothing: the fail policy has spoken. */
    private boolean asksForSanitising() {
        return threat.fusion() instanceof Fusion.Weighed
                && threat.score() >= policy.thresholds().sanitize();
    }

    private boolean hasPii() {
        return !message.pii().entities().isEmpty();
    }

    /** Made at most once, and only where it is needed. */
    private Sanitised sanitised() {
        if (sanitised == null) {
            sanitised = Sanitiser.sanitise(message.request().text(), message.detection(), message.pii(), policy);
        }
        return sanitised;
    }
}
