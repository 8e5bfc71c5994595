package io.vigil.worker;

import io.vigil.delivery.Outcome;
import java.util.List;

/**
 * A stage that works on many messages at once.
 *
 * @param <I> the message it takes
 */
@FunctionalInterface
public interface BatchHandler<I> {

    /**
     * Works on a batch. Called on one thread at a time.
     *
     * @param batch at least one message, in order of arrival
     * @return one outcome for each message, in the same order
     * @throws InterruptedException when the service stops; the messages are delivered again
     */
    List<Outcome> handle(List<Delivered<I>> batch) throws InterruptedException;
}
