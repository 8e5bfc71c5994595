package io.vigil.detection;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the work that nobody waits for.
 *
 * @param maxInFlight asynchronous and bulk texts that are worked on at a time, 1 to 1000; beside those of
 *     {@code vigil.worker.max-in-flight}
 */
@Validated
@ConfigurationProperties("vigil.detection.async")
public record AsyncProperties(@DefaultValue("8") int maxInFlight) {

    private static final int MOST = 1_000;

    public AsyncProperties {
        if (maxInFlight < 1 || maxInFlight > MOST) {
            throw new IllegalArgumentException(
                    "vigil.detection.async.max-in-flight must be 1 to " + MOST + ", but is " + maxInFlight);
        }
    }
}
