package io.vigil.eval.embedded;

import io.vigil.eval.guard.Guard;
import io.vigil.eval.guard.Judgement;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.eval.sample.Sample;
import io.vigil.message.Detected;
import io.vigil.message.Direction;
import io.vigil.message.GuardDecision;
import io.vigil.message.Mode;
import io.vigil.message.Screened;
import io.vigil.message.Submission;
import io.vigil.topology.Subjects;
import java.util.Objects;

/** The whole pipeline in this process: detection, personal data, arbiter. */
public final class EmbeddedGuard implements Guard {

    private final Mode mode;
    private final Envelopes envelopes = new Envelopes(EngineConfiguration.CLOCK);
    private final EmbeddedStage<Submission> detection = EngineConfiguration.detection();
    private final EmbeddedStage<Detected> pii = EngineConfiguration.pii();
    private final EmbeddedStage<Screened> arbiter = EngineConfiguration.arbiter();

    /** Loads everything, which takes some seconds. */
    public EmbeddedGuard(Mode mode) {
        this.mode = mode;
    }

    @Override
    public String description() {
        return "the embedded engines, mode " + mode.wireName();
    }

    @Override
    public Judgement judge(Sample sample) throws NoDecisionException, InterruptedException {
        String subject = sample.direction() == Direction.OUTPUT ? Subjects.GUARD_OUTPUT : Subjects.GUARD_INPUT;
        var submission = new Submission(null, sample.text(), mode, true, sample.source());
        var detected = detection.work(submission, envelopes.next(subject), Detected.class);
        var screened = pii.work(detected, envelopes.next(Subjects.PII_DETECT), Screened.class);
        var decided = arbiter.work(screened, envelopes.next(Subjects.ARBITER_DECISION), GuardDecision.class);
        return Judgement.of(
                decided.decision(),
                decided.threatScore(),
                decided.degraded(),
                Objects.requireNonNull(decided.decisionProcess(), "was asked for"));
    }

    @Override
    public void close() {
        detection.stop().run();
        pii.stop().run();
        arbiter.stop().run();
    }
}
