package io.vigil.worker;

import io.vigil.message.VigilMessage;
import io.vigil.topology.ConsumerSpec;

/**
 * A stage of the pipeline, as a service declares it: one bean of this type starts one worker.
 *
 * @param name short name, used in message ids, timings and metric tags, e.g. {@code detection}
 * @param consumer where its messages come from
 * @param type what they decode to
 * @param handler what is done with them
 * @param maxInFlight messages worked on at a time; 0 leaves it to {@link WorkerProperties#maxInFlight}
 */
public record Stage<I extends VigilMessage>(
        String name, ConsumerSpec consumer, Class<I> type, StageHandler<I> handler, int maxInFlight) {

    /** A stage that works on as many messages at a time as the settings say. */
    public Stage(String name, ConsumerSpec consumer, Class<I> type, StageHandler<I> handler) {
        this(name, consumer, type, handler, 0);
    }
}
