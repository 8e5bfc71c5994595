package io.vigil.deadletter;

import io.vigil.delivery.DeadLetterReason;
import io.vigil.wire.Json;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The server's word that a message will not be delivered again.
 *
 * @param stream where the message is
 * @param consumer durable consumer whose deliveries are exhausted
 * @param sequence place of the message in the stream
 * @param deliveries how often it was delivered
 * @param reason what happened to it
 * @see <a href="https://docs.nats.io/running-a-nats-service/nats_admin/monitoring/monitoring_jetstream">JetStream
 *     advisories</a>
 */
record Advisory(String stream, String consumer, long sequence, long deliveries, DeadLetterReason reason) {

    private static final String MAX_DELIVERIES = "io.nats.jetstream.advisory.v1.max_deliver";
    private static final String TERMINATED = "io.nats.jetstream.advisory.v1.terminated";

    /** Reads an advisory; empty where it is none that the sweeper acts on. */
    static Optional<Advisory> parse(byte[] body) {
        try {
            JsonNode json = Json.mapper().readTree(body);
            return reason(json.path("type").asString(""))
                    .map(reason -> new Advisory(
                            json.path("stream").asString(""),
                            json.path("consumer").asString(""),
                            json.path("stream_seq").asLong(0),
                            json.path("deliveries").asLong(0),
                            reason))
                    .filter(Advisory::pointsSomewhere);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private boolean pointsSomewhere() {
        return !stream.isBlank() && !consumer.isBlank() && sequence > 0;
    }

    private static Optional<DeadLetterReason> reason(String type) {
        return switch (type) {
            case MAX_DELIVERIES -> Optional.of(DeadLetterReason.MAX_DELIVERIES);
            case TERMINATED -> Optional.of(DeadLetterReason.TERMINATED);
            default -> Optional.empty();
        };
    }
}
