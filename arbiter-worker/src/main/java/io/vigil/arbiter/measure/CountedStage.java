package io.vigil.arbiter.measure;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Outcome;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Screened;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageHandler;

/** Counts what another stage decides. */
public final class CountedStage implements StageHandler<Screened> {

    private final StageHandler<Screened> stage;
    private final ArbiterMeters meters;

    public CountedStage(StageHandler<Screened> stage, ArbiterMeters meters) {
        this.stage = stage;
        this.meters = meters;
    }

    @Override
    public Outcome handle(Screened message, Envelope envelope) throws Exception {
        Outcome outcome = stage.handle(message, envelope);
        if (outcome instanceof Outcome.Produced produced) {
            for (Emission emission : produced.emissions()) {
                if (emission.body() instanceof DecisionEvent event) {
                    meters.decided(event);
                }
            }
        }
        return outcome;
    }
}
