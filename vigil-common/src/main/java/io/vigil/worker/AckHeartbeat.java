package io.vigil.worker;

import io.nats.client.Message;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the server about messages that take long, so that it does not deliver them again: one tick for all messages in
 * flight instead of one timer each. Past the ceiling it falls silent, so that a stuck message goes to somebody else.
 */
final class AckHeartbeat implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AckHeartbeat.class);

    private final Set<Beat> beats = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer;
    private final long periodNanos;
    private final long ceilingNanos;
    private final LongSupplier nanos;

    /**
     * Starts ticking.
     *
     * @param ackWait the consumer's ack wait; a sign of life is sent three times within it
     * @param ceiling how long one message may take
     */
    AckHeartbeat(Duration ackWait, Duration ceiling, LongSupplier nanos) {
        this.periodNanos = ackWait.dividedBy(3).toNanos();
        this.ceilingNanos = ceiling.toNanos();
        this.nanos = nanos;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("ack-heartbeat").factory());
        var _ = timer.scheduleAtFixedRate(this::tick, periodNanos, periodNanos, TimeUnit.NANOSECONDS);
    }

    /** Watches over a message until the returned beat is closed. */
    Beat watch(Message message) {
        var beat = new Beat(message, nanos.getAsLong());
        beats.add(beat);
        return beat;
    }

    private void tick() {
        long now = nanos.getAsLong();
        for (Beat beat : beats) {
            long age = now - beat.since;
            if (age >= periodNanos && age < ceilingNanos) {
                beat.tell();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    /** One message under watch. */
    final class Beat implements AutoCloseable {

        private final Message message;
        private final long since;

        private Beat(Message message, long since) {
            this.message = message;
            this.since = since;
        }

        private void tell() {
            try {
                message.inProgress();
            } catch (IllegalStateException e) {
                // The connection is closed: the server will deliver again. A throw here would end the timer.
                log.debug("no sign of life sent: {}", e.getClass().getSimpleName());
            }
        }

        @Override
        public void close() {
            beats.remove(this);
        }
    }
}
