package io.vigil.api.ask;

import java.util.List;

/**
 * What the broker holds at a moment.
 *
 * @param status {@code UP}, or {@code DOWN} when the broker did not answer or has no work queue
 * @param streams all streams of the account, possibly empty
 * @param consumers consumers of the work queue, possibly empty
 * @param deadLetters messages in the dead-letter stream
 */
public record BrokerState(String status, List<StreamState> streams, List<ConsumerState> consumers, long deadLetters) {

    public BrokerState {
        streams = List.copyOf(streams);
        consumers = List.copyOf(consumers);
    }

    /** A broker that does not answer. */
    static BrokerState down() {
        return new BrokerState("DOWN", List.of(), List.of(), 0);
    }

    /** Whether requests can be stored. */
    public boolean up() {
        return status.equals("UP");
    }

    /**
     * A stream.
     *
     * @param messages number of messages stored
     * @param bytes their size
     * @param consumers number of its consumers
     */
    public record StreamState(String name, long messages, long bytes, long consumers) {}

    /**
     * A consumer.
     *
     * @param pending messages that it did not deliver yet
     * @param ackPending messages delivered and not settled
     * @param redelivered messages delivered more than once and not settled
     * @param waiting open pull requests; 0 means that no worker asks for work
     */
    public record ConsumerState(String name, long pending, long ackPending, long redelivered, long waiting) {}
}
