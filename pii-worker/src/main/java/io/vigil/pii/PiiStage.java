package io.vigil.pii;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Outcome;
import io.vigil.message.Detected;
import io.vigil.message.GuardRequest;
import io.vigil.message.PiiReport;
import io.vigil.message.Screened;
import io.vigil.pii.hide.Hider;
import io.vigil.pii.search.Scope;
import io.vigil.pii.search.Screenings;
import io.vigil.pii.vault.Owner;
import io.vigil.topology.Subjects;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageHandler;
import io.vigil.worker.StageStopwatch;
import java.util.ArrayList;

/** Adds the PII report to a request and sends it on to the arbiter. */
public final class PiiStage implements StageHandler<Detected> {

    private static final String NEXT = "arbiter";
    private static final String VAULT = "pii_vault";

    private final Screenings screenings;
    private final Hider hider;
    private final StageStopwatch stopwatch;

    /** Looks with the one, hides with the other, and measures with the third. */
    public PiiStage(Screenings screenings, Hider hider, StageStopwatch stopwatch) {
        this.screenings = screenings;
        this.hider = hider;
        this.stopwatch = stopwatch;
    }

    @Override
    public Outcome handle(Detected message, Envelope envelope) {
        var lap = stopwatch.start(envelope);
        var report = report(message.request(), envelope.tenant());
        var screened = new Screened(message.request(), message.detection(), report, lap.appendedTo(message.timings()));
        return Outcome.produced(new Emission.Stored(Subjects.ARBITER_DECISION, NEXT, screened));
    }

    private PiiReport report(GuardRequest request, String tenant) {
        var screening = screenings.current(tenant);
        var found = screening.search(request.text(), Scope.everything()).report();
        var hidden = hider.hide(
                new Owner(tenant, request.requestId()),
                request.text(),
                found.entities(),
                screening.settings().redaction());
        var degraded = new ArrayList<>(found.degraded());
        if (hidden.lost()) {
            degraded.add(VAULT);
        }
        return new PiiReport(hidden.entities(), found.language(), degraded, found.micros());
    }
}
