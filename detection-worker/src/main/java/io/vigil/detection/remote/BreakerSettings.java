package io.vigil.detection.remote;

import java.time.Duration;

/**
 * When a remote branch is left alone for a while.
 *
 * @param calls how many of the last calls are looked at, 1 or more; it never opens before that many were made
 * @param failureRate percentage of failed calls from which on it opens, above 0 to 100
 * @param openFor how long it stays open before one trial call is let through, positive
 */
public record BreakerSettings(int calls, float failureRate, Duration openFor) {
    public BreakerSettings {
        if (calls < 1 || !(failureRate > 0 && failureRate <= 100) || openFor.isNegative() || openFor.isZero()) {
            throw new IllegalArgumentException(
                    "a breaker needs 1 or more calls, a rate above 0 to 100, a positive time");
        }
    }
}
