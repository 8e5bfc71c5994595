package io.vigil.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.ConsumerInfo;
import io.vigil.topology.ConsumerSpec;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads how far a consumer is behind, and how many dead letters there are, into gauges. */
public final class ConsumerLag {

    private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);

    private final Connection connection;
    private final ConsumerSpec consumer;
    private final AtomicLong pending;
    private final AtomicLong ackPending;
    private final AtomicLong redelivered;
    private final AtomicLong deadLetters;

    /** Registers the gauges; they read 0 until {@link #refresh()} was called. */
    public ConsumerLag(Connection connection, ConsumerSpec consumer, MeterRegistry meters) {
        this.connection = connection;
        this.consumer = consumer;
        this.pending = gauge(Meters.CONSUMER_PENDING, meters);
        this.ackPending = gauge(Meters.CONSUMER_ACK_PENDING, meters);
        this.redelivered = gauge(Meters.CONSUMER_REDELIVERED, meters);
        this.deadLetters = new AtomicLong();
        Gauge.builder(Meters.DLQ_MESSAGES, deadLetters, AtomicLong::get).register(meters);
    }

    /** Asks the server. While it does not answer the gauges keep their values. */
    public void refresh() {
        try {
            JetStreamManagement management = connection.jetStreamManagement();
            ConsumerInfo info = management.getConsumerInfo(consumer.stream(), consumer.name());
            pending.set(info.getNumPending());
            ackPending.set(info.getNumAckPending());
            redelivered.set(info.getRedelivered());
            deadLetters.set(
                    management.getStreamInfo(Streams.DLQ).getStreamState().getMsgCount());
        } catch (IOException | JetStreamApiException e) {
            log.debug("no news about consumer {}: {}", consumer.name(), e.getMessage());
        }
    }

    private AtomicLong gauge(String name, MeterRegistry meters) {
        var value = new AtomicLong();
        Gauge.builder(name, value, AtomicLong::get)
                .tag("consumer", consumer.name())
                .register(meters);
        return value;
    }
}
