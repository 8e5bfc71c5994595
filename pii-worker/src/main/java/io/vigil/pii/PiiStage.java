package io.vigil.pii;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Outcome;
import io.vigil.message.Detected;
import io.vigil.message.Screened;
import io.vigil.topology.Subjects;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageHandler;
import io.vigil.worker.StageStopwatch;

/** Adds the PII report to a request and sends it on to the arbiter. */
public final class PiiStage implements StageHandler<Detected> {

    private static final String NEXT = "arbiter";

    private final Screening screening;
    private final StageStopwatch stopwatch;

    /** Looks with the one and measures with the other. */
    public PiiStage(Screening screening, StageStopwatch stopwatch) {
        this.screening = screening;
        this.stopwatch = stopwatch;
    }

    @Override
    public Outcome handle(Detected message, Envelope envelope) {
        var lap = stopwatch.start(envelope);
        var report = screening.screen(message.request().text());
        var screened = new Screened(message.request(), message.detection(), report, lap.appendedTo(message.timings()));
        return Outcome.produced(new Emission.Stored(Subjects.ARBITER_DECISION, NEXT, screened));
    }
}
