package io.vigil.worker;

import io.vigil.delivery.Outcome;
import io.vigil.wire.Envelope;

/**
 * The one method that a stage implements: from a message to an outcome. It never touches the broker.
 *
 * @param <I> the message it takes
 */
@FunctionalInterface
public interface StageHandler<I> {

    /**
     * Works on one message. Called on a virtual thread, for many messages at a time; may block.
     *
     * @return what became of it
     * @throws Exception anything not expected; the message is tried again later, a bounded number of times
     */
    Outcome handle(I message, Envelope envelope) throws Exception;
}
