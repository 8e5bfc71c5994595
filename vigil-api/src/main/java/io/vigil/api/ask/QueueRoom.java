package io.vigil.api.ask;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.StreamState;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches how full the work queue is. Requests and the messages between the stages share its limits: were requests let in up to
 * the last byte, a stage could not pass on what it finished. Thread-safe.
 */
public final class QueueRoom implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QueueRoom.class);
    private static final Duration PERIOD = Duration.ofMillis(500);

    private final Connection connection;
    private final double share;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("vigil-queue-room").factory());
    private volatile boolean spent;

    /**
     * A watch that has not begun.
     *
     * @param share how much of the queue's limits requests may use, more than 0 up to 1
     */
    public QueueRoom(Connection connection, double share) {
        this.connection = connection;
        this.share = share;
    }

    /** Begins to ask the server, twice a second. */
    public QueueRoom watch() {
        var _ = clock.scheduleWithFixedDelay(this::refresh, 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    /** Whether requests have used up their share. While the server does not answer, the last answer holds. */
    boolean spent() {
        return spent;
    }

    private void refresh() {
        try {
            var info = connection.jetStreamManagement().getStreamInfo(Streams.VIGIL);
            boolean now = fill(info.getStreamState(), info.getConfiguration()) >= share;
            if (now != spent) {
                log.warn("the work queue is {}", now ? "nearly full: requests are refused" : "taking requests again");
            }
            spent = now;
        } catch (IOException | JetStreamApiException | IllegalStateException e) {
            log.debug("no news about the work queue: {}", e.getClass().getSimpleName());
        }
    }

    /** How full a stream is, by the limit that is nearest; 0 without limits. */
    static double fill(StreamState state, StreamConfiguration limits) {
        return Math.max(
                fraction(state.getByteCount(), limits.getMaxBytes()),
                fraction(state.getMsgCount(), limits.getMaxMsgs()));
    }

    private static double fraction(long used, long limit) {
        return limit > 0 ? (double) used / limit : 0;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
