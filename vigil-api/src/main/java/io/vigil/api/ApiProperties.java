package io.vigil.api;

import io.vigil.api.ask.AskLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the gateway.
 *
 * @param timeout longest wait for a decision, 100ms to 60s; then 504
 * @param publishTimeout longest wait until the work queue confirms a request, 100ms to {@code timeout}; then 503
 * @param maxInFlight most requests that wait for a decision at a time, 1 to 100000; beyond: 503
 * @param queueShare share of the work queue's limits that requests may fill, 0.1 to 1; the rest is for messages between the
 *     stages; beyond: 503
 * @param piiMaxInFlight most requests of {@code /v1/pii/*} that wait for an answer at a time, 1 to 100000; beyond: 503
 * @param maxBody largest body that is read, 1KB to 1MB; beyond: 413
 * @param retryAfter what {@code Retry-After} tells clients, 1s to 60s, in whole seconds
 */
@Validated
@ConfigurationProperties("vigil.api")
public record ApiProperties(
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("1s") Duration publishTimeout,
        @DefaultValue("512") int maxInFlight,
        @DefaultValue("0.8") double queueShare,
        @DefaultValue("128") int piiMaxInFlight,
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("1s") Duration retryAfter) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MOST_IN_FLIGHT = 100_000;

    public ApiProperties {
        within("vigil.api.timeout", timeout, SHORTEST, LONGEST);
        within("vigil.api.publish-timeout", publishTimeout, SHORTEST, timeout);
        within("vigil.api.retry-after", retryAfter, Duration.ofSeconds(1), LONGEST);
        if (!(queueShare >= 0.1 && queueShare <= 1)) {
            throw new IllegalArgumentException("vigil.api.queue-share must be 0.1 to 1, but is " + queueShare);
        }
        inFlight("vigil.api.max-in-flight", maxInFlight);
        inFlight("vigil.api.pii-max-in-flight", piiMaxInFlight);
        if (maxBody.toBytes() < 1024 || maxBody.toBytes() > 1024 * 1024) {
            throw new IllegalArgumentException("vigil.api.max-body must be 1KB to 1MB, but is " + maxBody);
        }
    }

    AskLimits limits() {
        return new AskLimits(timeout, publishTimeout, maxInFlight);
    }

    AskLimits piiLimits() {
        return new AskLimits(timeout, publishTimeout, piiMaxInFlight);
    }

    private static void inFlight(String key, int value) {
        if (value < 1 || value > MOST_IN_FLIGHT) {
            throw new IllegalArgumentException(key + " must be 1 to " + MOST_IN_FLIGHT + ", but is " + value);
        }
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be " + least + " to " + most + ", but is " + value);
        }
    }
}
