package io.vigil.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.vigil.topology.ConsumerSpec;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads how long the oldest message of each stage has been in the work queue into gauges: a work queue keeps exactly what is
 * not settled, so that nobody of the stage needs to be alive for it. Start once, close once.
 */
public final class QueueAge implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(QueueAge.class);
    private static final Duration PERIOD = Duration.ofSeconds(5);
    private static final int NO_MESSAGE = 10037;

    private final Connection connection;
    private final InstantSource clock;
    private final Map<ConsumerSpec, AtomicLong> millis = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("queue-age").factory());

    /**
     * Registers the gauges; they read 0 until the first answer.
     *
     * @param consumers of work queues
     */
    public QueueAge(Connection connection, List<ConsumerSpec> consumers, InstantSource clock, MeterRegistry meters) {
        this.connection = connection;
        this.clock = clock;
        for (ConsumerSpec consumer : consumers) {
            var age = new AtomicLong();
            millis.put(consumer, age);
            Gauge.builder(Meters.CONSUMER_OLDEST_AGE, age, value -> value.get() / 1000.0)
                    .tag("consumer", consumer.name())
                    .baseUnit("seconds")
                    .register(meters);
        }
    }

    /** Reads every few seconds from now on. */
    public void start() {
        var _ = timer.scheduleWithFixedDelay(this::refresh, 1, PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    /** Asks the server. While it does not answer the gauges keep their values. */
    void refresh() {
        millis.forEach((consumer, age) -> {
            try {
                age.set(age(connection.jetStreamManagement(), consumer).toMillis());
            } catch (IOException | JetStreamApiException e) {
                log.debug("no news about the queue of {}: {}", consumer.name(), e.getMessage());
            }
        });
    }

    @Override
    public void close() {
        var _ = timer.shutdownNow();
    }

    private Duration age(JetStreamManagement management, ConsumerSpec consumer)
            throws IOException, JetStreamApiException {
        Instant now = clock.instant();
        Instant oldest = now;
        for (String filter : consumer.filters()) {
            Instant stored = firstStored(management, consumer.stream(), filter, now);
            oldest = stored.isBefore(oldest) ? stored : oldest;
        }
        return Duration.between(oldest, now);
    }

    private static Instant firstStored(JetStreamManagement management, String stream, String filter, Instant otherwise)
            throws IOException, JetStreamApiException {
        try {
            ZonedDateTime time = management.getFirstMessage(stream, filter).getTime();
            return time == null ? otherwise : time.toInstant();
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == NO_MESSAGE || e.getErrorCode() == 404) {
                return otherwise;
            }
            throw e;
        }
    }
}
