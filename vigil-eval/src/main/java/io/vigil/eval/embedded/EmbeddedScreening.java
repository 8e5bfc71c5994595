package io.vigil.eval.embedded;

import io.vigil.eval.annotation.AnnotatedText;
import io.vigil.eval.annotation.Annotation;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.Detected;
import io.vigil.message.DetectionReport;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.PiiEntity;
import io.vigil.message.Screened;
import io.vigil.topology.Subjects;
import java.util.List;
import java.util.stream.Stream;

/** The PII stage alone in this process, looking for every entity that it knows. */
public final class EmbeddedScreening implements AutoCloseable {

    private static final DetectionReport NOTHING = new DetectionReport(Stream.of(BranchId.values())
            .<BranchReport>map(branch -> new BranchReport.Skipped(branch, BranchReport.Skipped.EMPTY_STAGE))
            .toList());

    private final Envelopes envelopes = new Envelopes(EngineConfiguration.CLOCK);
    private final EmbeddedStage<Detected> pii = EngineConfiguration.piiOfEveryEntity();

    /**
     * What the stage finds in a text.
     *
     * @throws NoDecisionException the stage failed
     * @throws InterruptedException the evaluation was given up
     */
    public List<Annotation> find(AnnotatedText text) throws NoDecisionException, InterruptedException {
        var envelope = envelopes.next(Subjects.PII_DETECT);
        var request = new GuardRequest(envelope.requestId(), text.text(), Direction.INPUT, Mode.FAST, false);
        var screened = pii.work(new Detected(request, NOTHING, List.of()), envelope, Screened.class);
        return screened.pii().entities().stream()
                .map(entity -> inCodePoints(entity, text.text()))
                .toList();
    }

    private static Annotation inCodePoints(PiiEntity entity, String text) {
        int start = text.codePointCount(0, entity.span().start());
        return new Annotation(
                entity.type(),
                start,
                start + text.codePointCount(entity.span().start(), entity.span().end()));
    }

    @Override
    public void close() {
        pii.stop().run();
    }
}
