package io.vigil.worker;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.PullRequestOptions;
import io.nats.client.Subscription;
import io.nats.client.support.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The pulls of one durable consumer, all answered to one subscription that outlives each of them (NATS ADR-37, "JetStream
 * Simplification", and the pull API it stands on).
 *
 * <p>The server alone ends a pull. A client that ends it by its own clock, and unsubscribes, loses what the server sends
 * in that moment until the ack wait is over. Not safe for use by several threads.
 */
final class PullSubscription implements AutoCloseable {

    private static final String PULL = "$JS.API.CONSUMER.MSG.NEXT.";
    private static final int HEARTBEATS_IN_A_PULL = 4;
    private static final int MISSED_HEARTBEATS = 3;

    private final Connection connection;
    private final String requests;
    private final Duration expiry;
    private final Duration heartbeat;
    private final String inbox;
    private final Subscription answers;
    private long pulls;

    private PullSubscription(Connection connection, String stream, String consumer, Duration expiry) {
        this.connection = connection;
        this.requests = PULL + stream + "." + consumer;
        this.expiry = expiry;
        this.heartbeat = expiry.dividedBy(HEARTBEATS_IN_A_PULL);
        this.inbox = connection.createInbox() + ".";
        this.answers = connection.subscribe(inbox + "*");
        answers.setPendingLimits(0, 0);
    }

    /**
     * Subscribes, without a pull.
     *
     * @param expiry how long each pull waits for messages, 1 s or more
     */
    static PullSubscription open(Connection connection, String stream, String consumer, Duration expiry) {
        return new PullSubscription(connection, stream, consumer, expiry);
    }

    /** Asks for up to {@code batch} messages. A pull that is still open stays so on the server until it expires. */
    void pull(int batch) {
        var options = PullRequestOptions.builder(batch)
                .expiresIn(expiry)
                .idleHeartbeat(heartbeat)
                .build();
        pulls++;
        connection.publish(requests, inbox + pulls, options.toJson().getBytes(StandardCharsets.UTF_8));
    }

    /** Waits for the next message of any pull, or for the end of the last one. */
    Pulled next() throws InterruptedException {
        while (true) {
            Message answer = answers.nextMessage(heartbeat.multipliedBy(MISSED_HEARTBEATS));
            if (answer == null) {
                return new Pulled.Failed("nothing heard for " + MISSED_HEARTBEATS + " heartbeats");
            }
            if (!answer.isStatusMessage()) {
                return new Pulled.Delivered(answer);
            }
            Status status = answer.getStatus();
            if (!status.isHeartbeat() && answer.getSubject().equals(inbox + pulls)) {
                return endedBy(status);
            }
        }
    }

    private static Pulled endedBy(Status status) {
        return switch (status.getCode()) {
            case Status.REQUEST_TIMEOUT_CODE, Status.NOT_FOUND_CODE -> new Pulled.Expired();
            default -> new Pulled.Failed(status.getMessageWithCode());
        };
    }

    /** Gives the subscription up; what the server sends to an open pull is lost until its ack wait is over. */
    @Override
    public void close() {
        if (answers.isActive()) {
            answers.unsubscribe();
        }
    }

    /** What came of a pull. */
    sealed interface Pulled {

        /** A message. */
        record Delivered(Message message) implements Pulled {}

        /** No more messages in the time of the pull. */
        record Expired() implements Pulled {}

        /** The pull did not reach the consumer, or the consumer forgot it: no leader, deleted, not allowed. */
        record Failed(String reason) implements Pulled {}
    }
}
