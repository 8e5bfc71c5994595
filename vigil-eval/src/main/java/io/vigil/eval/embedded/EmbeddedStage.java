package io.vigil.eval.embedded;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.eval.guard.NoDecisionException;
import io.vigil.message.VigilMessage;
import io.vigil.wire.Envelope;
import io.vigil.worker.Stage;

/**
 * A stage of a worker in this process.
 *
 * @param <I> the message it takes
 * @param stage what it does
 * @param stop ends what it runs on
 */
record EmbeddedStage<I extends VigilMessage>(Stage<I> stage, Runnable stop) {

    /** The message of one type that the stage makes of a message. */
    <O extends VigilMessage> O work(I message, Envelope envelope, Class<O> wanted)
            throws NoDecisionException, InterruptedException {
        return switch (handle(message, envelope)) {
            case Outcome.Produced produced ->
                produced.emissions().stream()
                        .map(Emission::body)
                        .filter(wanted::isInstance)
                        .map(wanted::cast)
                        .findFirst()
                        .orElseThrow(() -> new NoDecisionException(stage.name() + " sent nothing on"));
            case Outcome.RetryLater(Failure failure) -> throw failed(failure);
            case Outcome.Rejected(Failure failure) -> throw failed(failure);
        };
    }

    private Outcome handle(I message, Envelope envelope) throws NoDecisionException, InterruptedException {
        try {
            return stage.handler().handle(message, envelope);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new NoDecisionException(stage.name() + " " + e.getClass().getSimpleName(), e);
        }
    }

    private NoDecisionException failed(Failure failure) {
        return new NoDecisionException(stage.name() + " " + failure.errorClass());
    }
}
