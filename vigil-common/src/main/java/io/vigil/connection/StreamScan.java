package io.vigil.connection;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.vigil.wire.Arrival;
import io.vigil.wire.Frame;
import java.io.IOException;
import java.time.Duration;

/**
 * Looks at what a stream holds, in order, without taking anything out of it: an ordered consumer that lives as long as
 * the look. Thread-safe; blocks.
 */
public final class StreamScan {

    private static final Duration LONGEST_GAP = Duration.ofSeconds(5);

    private final Connection connection;

    public StreamScan(Connection connection) {
        this.connection = connection;
    }

    /** What is asked of each message. */
    public enum Content {
        /** Headers and size: the server leaves the bodies where they are. */
        HEADERS,
        /** Everything. */
        WHOLE
    }

    /** Looks at one message. */
    @FunctionalInterface
    public interface Visitor {

        /** Whether to go on. */
        boolean visit(Frame frame, Arrival arrival);
    }

    /**
     * Visits messages up to the last one, or until the visitor has seen enough.
     *
     * @param subjects subject, possibly with wildcards
     * @param from first place to look at, 1 or more
     * @throws IOException the stream cannot be read, or not to its end
     */
    public void visit(String stream, String subjects, long from, Content content, Visitor visitor) throws IOException {
        var consumer = ConsumerConfiguration.builder()
                .deliverPolicy(DeliverPolicy.ByStartSequence)
                .startSequence(Math.max(1, from))
                .headersOnly(content == Content.HEADERS)
                .build();
        var options = PushSubscribeOptions.builder().ordered(true).stream(stream)
                .configuration(consumer)
                .build();
        try {
            JetStreamSubscription subscription = connection.jetStream().subscribe(subjects, options);
            try {
                walk(subscription, visitor);
            } finally {
                subscription.unsubscribe();
            }
        } catch (JetStreamApiException e) {
            throw new IOException("stream " + stream + " cannot be read: " + e.getErrorDescription(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stream " + stream + " was not read to its end", e);
        }
    }

    private static void walk(JetStreamSubscription subscription, Visitor visitor)
            throws IOException, JetStreamApiException, InterruptedException {
        boolean more = subscription.getConsumerInfo().getCalculatedPending() > 0;
        while (more) {
            Message message = subscription.nextMessage(LONGEST_GAP);
            if (message == null) {
                throw new IOException("the stream said nothing for " + LONGEST_GAP.toSeconds() + " s");
            }
            more = visitor.visit(NatsFrames.toFrame(message), NatsFrames.arrivalOf(message))
                    && message.metaData().pendingCount() > 0;
        }
    }
}
