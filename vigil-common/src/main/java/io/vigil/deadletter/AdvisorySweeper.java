package io.vigil.deadletter;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.Message;
import io.vigil.connection.Published;
import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Failure;
import io.vigil.wire.Arrival;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves messages that no worker will ever finish out of the work queue. A worker that dies during the last delivery
 * cannot write a dead letter; the server then keeps the message, invisible, and only says so in an advisory.
 */
public final class AdvisorySweeper {

    private static final Logger log = LoggerFactory.getLogger(AdvisorySweeper.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Connection connection;
    private final DeadLetterPublisher deadLetters;

    public AdvisorySweeper(Connection connection, DeadLetterPublisher deadLetters) {
        this.connection = connection;
        this.deadLetters = deadLetters;
    }

    /** Acts on one delivered advisory and settles it. */
    public void sweep(Message advisory) {
        Optional<Advisory> parsed = Advisory.parse(advisory.getData());
        try {
            if (parsed.isEmpty() || moved(parsed.get())) {
                advisory.ack();
            } else {
                advisory.nakWithDelay(RETRY);
            }
        } catch (IOException | JetStreamApiException e) {
            log.warn("cannot sweep yet: {}", e.getMessage());
            advisory.nakWithDelay(RETRY);
        }
    }

    /** Whether the message is out of the work queue now. */
    private boolean moved(Advisory advisory) throws IOException, JetStreamApiException {
        JetStreamManagement management = connection.jetStreamManagement();
        var found = StoredMessage.readBy(() -> management.getMessage(advisory.stream(), advisory.sequence()));
        if (found.isEmpty()) {
            return true;
        }
        var stuck = found.get();
        var arrival = new Arrival(advisory.stream(), stuck.sequence(), stuck.storedAt(), advisory.deliveries());
        Published published = deadLetters.publish(
                stuck.frame(), arrival, advisory.consumer(), advisory.reason(), failure(advisory.reason()));
        if (published instanceof Published.Stored) {
            management.deleteMessage(advisory.stream(), advisory.sequence(), false);
            return true;
        }
        return false;
    }

    private static Failure failure(DeadLetterReason reason) {
        return reason == DeadLetterReason.MAX_DELIVERIES
                ? Failure.permanentFailure("WorkerLost", "the worker was lost during the last delivery")
                : Failure.permanentFailure("Terminated", "ended without a dead letter");
    }
}
