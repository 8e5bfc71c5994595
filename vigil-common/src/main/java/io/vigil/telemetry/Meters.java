package io.vigil.telemetry;

import java.util.List;

/** Names of the kernel's meters. Prometheus shows dots as underscores and appends units and {@code _total}. */
public final class Meters {

    /** Events of the connection to NATS. Tag: event. */
    public static final String CONNECTION_EVENTS = "vigil.nats.connection.events";

    /** Time of work on one message, in seconds. Tags: stage, outcome. */
    public static final String STAGE_DURATION = "vigil.stage.duration";

    /** Time a message waited in the stream before work began, in seconds. Tag: stage. */
    public static final String STAGE_WAIT = "vigil.stage.wait";

    /** Messages being worked on. Tag: stage. */
    public static final String STAGE_IN_FLIGHT = "vigil.stage.in.flight";

    /** Time until the server confirmed a published message, in seconds. Tag: outcome. */
    public static final String PUBLISH_DURATION = "vigil.publish.duration";

    /** Deliveries of messages that had been delivered before. Tag: stage. */
    public static final String STAGE_REDELIVERIES = "vigil.stage.redeliveries";

    /** Messages given up. Tags: stage, reason. */
    public static final String DEAD_LETTERS = "vigil.dead.letters";

    /** Messages in the dead-letter stream. */
    public static final String DLQ_MESSAGES = "vigil.dlq.messages";

    /** Messages that wait for a consumer. Tag: consumer. */
    public static final String CONSUMER_PENDING = "vigil.consumer.pending";

    /** Messages delivered and not yet settled. Tag: consumer. */
    public static final String CONSUMER_ACK_PENDING = "vigil.consumer.ack.pending";

    /** Messages delivered more than once and not yet settled. Tag: consumer. */
    public static final String CONSUMER_REDELIVERED = "vigil.consumer.redelivered";

    /** Age of the oldest message that is not settled, in seconds; 0 where there is none. Tag: consumer. */
    public static final String CONSUMER_OLDEST_AGE = "vigil.consumer.oldest.age.seconds";

    /** Public events by what became of them. Tags: event, result (stored, known, failed). */
    public static final String PUBLIC_EVENTS = "vigil.public.events";

    /** Revision of the live configuration in use; 0 is the built-in default. Tag: key. */
    public static final String CONFIG_REVISION = "vigil.config.revision";

    /** Revisions of the live configuration that were read. Tags: key, result (accepted, refused). */
    public static final String CONFIG_RELOADS = "vigil.config.reloads";

    private Meters() {}

    /**
     * What the documentation says about a meter.
     *
     * @param name as registered
     * @param type counter, timer or gauge
     * @param tags names of its tags
     * @param description what it counts or measures, with unit
     */
    public record Description(String name, String type, List<String> tags, String description) {}

    /** All of them, for the documentation. */
    public static List<Description> all() {
        return List.of(
                new Description(CONNECTION_EVENTS, "counter", List.of("event"), "Events of the connection to NATS"),
                new Description(
                        STAGE_DURATION, "timer", List.of("stage", "outcome"), "Work on one message, in seconds"),
                new Description(STAGE_WAIT, "timer", List.of("stage"), "Wait in the stream before work, in seconds"),
                new Description(STAGE_IN_FLIGHT, "gauge", List.of("stage"), "Messages being worked on"),
                new Description(PUBLISH_DURATION, "timer", List.of("outcome"), "Publish until confirmed, in seconds"),
                new Description(
                        STAGE_REDELIVERIES,
                        "counter",
                        List.of("stage"),
                        "Deliveries of messages that had been delivered before"),
                new Description(DEAD_LETTERS, "counter", List.of("stage", "reason"), "Messages given up"),
                new Description(DLQ_MESSAGES, "gauge", List.of(), "Messages in the dead-letter stream"),
                new Description(CONSUMER_PENDING, "gauge", List.of("consumer"), "Messages that wait for a consumer"),
                new Description(
                        CONSUMER_ACK_PENDING, "gauge", List.of("consumer"), "Messages delivered, not yet settled"),
                new Description(
                        CONSUMER_REDELIVERED,
                        "gauge",
                        List.of("consumer"),
                        "Messages delivered more than once, not yet settled"),
                new Description(
                        CONSUMER_OLDEST_AGE,
                        "gauge",
                        List.of("consumer"),
                        "Age of the oldest message that is not settled, in seconds; 0 where there is none"),
                new Description(
                        PUBLIC_EVENTS,
                        "counter",
                        List.of("event", "result"),
                        "Public events stored, known already, or not stored"),
                new Description(CONFIG_REVISION, "gauge", List.of("key"), "Revision of the live configuration in use"),
                new Description(
                        CONFIG_RELOADS,
                        "counter",
                        List.of("key", "result"),
                        "Revisions of the live configuration read"));
    }
}
