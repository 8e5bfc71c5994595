package io.vigil.connection;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamOptions;
import io.nats.client.api.PublishAck;
import io.vigil.delivery.Failure;
import io.vigil.telemetry.Meters;
import io.vigil.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Publishes into a stream and waits until the server has stored the message. While the stream has no leader or the
 * connection is away it tries again; message ids keep that to one effect. Thread-safe; blocks.
 */
public final class StreamPublisher {

    private static final int DUPLICATE_IN_PROCESS = 10158;
    private static final int NOT_THE_FIRST = 10071;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(500);

    private final JetStream stream;
    private final RetryConfig retry;
    private final Timer stored;
    private final Timer notStored;

    /**
     * A publisher on the process's connection.
     *
     * @param requestTimeout how long to wait for one confirmation
     * @param patience how long to try in all, roughly
     */
    public StreamPublisher(Connection connection, Duration requestTimeout, Duration patience, MeterRegistry meters)
            throws IOException {
        this.stream = connection.jetStream(
                JetStreamOptions.builder().requestTimeout(requestTimeout).build());
        this.retry = RetryConfig.custom()
                .maxAttempts((int) Math.max(2, patience.dividedBy(LONGEST_PAUSE)))
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2, 0.5, LONGEST_PAUSE))
                .retryOnException(StreamPublisher::mayPass)
                .build();
        this.stored = meters.timer(Meters.PUBLISH_DURATION, "outcome", "stored");
        this.notStored = meters.timer(Meters.PUBLISH_DURATION, "outcome", "not_stored");
    }

    /** Publishes and waits. Never throws for what the broker does. */
    public Published publish(Frame frame) {
        var message = NatsFrames.toMessage(frame);
        Callable<PublishAck> attempt = () -> stream.publish(message);
        Timer.Sample sample = Timer.start();
        try {
            PublishAck ack = Retry.of("publish", retry).executeCallable(attempt);
            sample.stop(stored);
            return new Published.Stored(ack.getSeqno(), ack.isDuplicate());
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NOT_THE_FIRST) {
                sample.stop(stored);
                return new Published.Stored(0, true);
            }
            sample.stop(notStored);
            return new Published.NotStored(refused(e));
        } catch (Exception e) {
            sample.stop(notStored);
            return new Published.NotStored(
                    Failure.transientFailure(e.getClass().getSimpleName(), "the stream did not confirm the message"));
        }
    }

    private static Failure refused(JetStreamApiException e) {
        String detail = "the stream refused the message: " + e.getErrorDescription();
        return mayPass(e) || e.getErrorCode() == 503
                ? Failure.transientFailure("JetStreamApiException", detail)
                : Failure.permanentFailure("JetStreamApiException", detail);
    }

    private static boolean mayPass(Throwable error) {
        return switch (error) {
            case JetStreamApiException refused ->
                refused.getApiErrorCode() == DUPLICATE_IN_PROCESS || refused.getErrorCode() == 503;
            case IOException ignored -> true;
            default -> false;
        };
    }
}
