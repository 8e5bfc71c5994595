package io.vigil.api;

import io.vigil.api.ask.AskLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of questions to the event log.
 *
 * @param timeout longest wait for an answer, 100ms to 60s; then 504
 * @param maxInFlight most questions that wait for an answer at a time, 1 to 1000; beyond: 503
 */
@Validated
@ConfigurationProperties("vigil.api.events")
public record EventsProperties(
        @DefaultValue("20s") Duration timeout,
        @DefaultValue("32") int maxInFlight) {

    /** Longest wait for a place among the open questions. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    public EventsProperties {
        if (timeout.toMillis() < 100 || timeout.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("vigil.api.events.timeout must be 100ms to 60s, but is " + timeout);
        }
        if (maxInFlight < 1 || maxInFlight > 1000) {
            throw new IllegalArgumentException(
                    "vigil.api.events.max-in-flight must be 1 to 1000, but is " + maxInFlight);
        }
    }

    AskLimits limits() {
        return new AskLimits(timeout, PATIENCE, maxInFlight);
    }
}
