package io.vigil.arbiter.verdict;

import io.vigil.arbiter.sanitise.Sanitised;
import io.vigil.arbiter.sanitise.Sanitiser;
import io.vigil.fusion.Threat;
import io.vigil.message.Decision;
import io.vigil.message.Screened;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.verdict.Evidence;
import io.vigil.verdict.Judgement;
import org.jspecify.annotations.Nullable;

/** Decides about one text. The verdict is a function of the message and the policy alone. */
public final class Judge {

    private final Screened message;
    private final ArbiterPolicy policy;
    private @Nullable Sanitised sanitised;

    private Judge(Screened message, ArbiterPolicy policy) {
        this.message = message;
        this.policy = policy;
    }

    /** The verdict on a message under a policy. */
    public static Verdict judge(Screened message, ArbiterPolicy policy) {
        return new Judge(message, policy).verdict();
    }

    private Verdict verdict() {
        var threat = Threat.of(message.detection(), message.request().mode(), policy);
        var evidence = new Evidence(
                threat,
                !message.pii().entities().isEmpty(),
                !message.pii().degraded().isEmpty());
        Judgement judgement = Judgement.of(evidence, policy, this::sanitised);
        String text = judgement.decision() == Decision.SANITIZE ? sanitised().text() : null;
        return new Verdict(judgement.decision(), threat, text, judgement.flags());
    }

    /** Made at most once, and only where it is needed. */
    private Sanitised sanitised() {
        if (sanitised == null) {
            sanitised = Sanitiser.sanitise(message.request().text(), message.detection(), message.pii(), policy);
        }
        return sanitised;
    }
}
