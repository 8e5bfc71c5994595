package io.vigil.connection;

import io.micrometer.core.instrument.MeterRegistry;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Consumer;
import io.nats.client.ErrorListener;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.support.Status;
import io.vigil.telemetry.Meters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what happens to the connection: a log line and a count for each event. Never the content of a message. */
final class ConnectionJournal implements ConnectionListener, ErrorListener {

    private static final Logger log = LoggerFactory.getLogger(ConnectionJournal.class);

    private final MeterRegistry meters;

    ConnectionJournal(MeterRegistry meters) {
        this.meters = meters;
    }

    // The interface still declares the older of its two methods abstract.
    @Override
    @SuppressWarnings("deprecation")
    public void connectionEvent(Connection connection, Events type) {
        log.info("nats connection {} on {}", type.getEvent(), connection.getConnectedUrl());
        count(type.name());
    }

    @Override
    public void errorOccurred(Connection connection, String error) {
        log.warn("nats server says: {}", error);
        count("error");
    }

    @Override
    public void exceptionOccurred(Connection connection, Exception e) {
        log.debug("nats connection trouble: {}", e.getClass().getSimpleName());
        count("exception");
    }

    @Override
    public void slowConsumerDetected(Connection connection, Consumer consumer) {
        log.warn("nats subscription is slow: {} messages wait", consumer.getPendingMessageCount());
        count("slow_consumer");
    }

    @Override
    public void messageDiscarded(Connection connection, Message message) {
        log.warn("nats message discarded on the way out");
        count("discarded");
    }

    @Override
    public void heartbeatAlarm(
            Connection connection,
            JetStreamSubscription subscription,
            long lastStreamSequence,
            long lastConsumerSequence) {
        log.info("nats heartbeat missing on consumer {}", subscription.getConsumerName());
        count("heartbeat_alarm");
    }

    @Override
    public void unhandledStatus(Connection connection, JetStreamSubscription subscription, Status status) {
        log.warn("nats status {} on consumer {}", status.getCode(), subscription.getConsumerName());
        count("unhandled_status");
    }

    @Override
    public void pullStatusWarning(Connection connection, @Nullable JetStreamSubscription subscription, Status status) {
        log.debug("nats pull ended with {}", status.getMessageWithCode());
        count("pull_warning");
    }

    @Override
    public void pullStatusError(Connection connection, @Nullable JetStreamSubscription subscription, Status status) {
        log.warn("nats pull failed with {}", status.getMessageWithCode());
        count("pull_error");
    }

    private void count(String event) {
        meters.counter(Meters.CONNECTION_EVENTS, "event", event.toLowerCase(Locale.ROOT))
                .increment();
    }
}
