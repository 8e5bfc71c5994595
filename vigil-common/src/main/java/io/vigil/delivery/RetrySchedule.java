package io.vigil.delivery;

import java.time.Duration;
import java.util.List;

/**
 * Delays between the attempts of one consumer. After the last delay comes one last attempt.
 *
 * @param delays delay after the first, second, … failed attempt; at least one, none negative
 */
public record RetrySchedule(List<Duration> delays) {

    public RetrySchedule {
        delays = List.copyOf(delays);
        if (delays.isEmpty() || delays.stream().anyMatch(Duration::isNegative)) {
            throw new IllegalArgumentException("a retry schedule needs at least one delay, none negative");
        }
    }

    /** A schedule of these delays. */
    public static RetrySchedule of(Duration... delays) {
        return new RetrySchedule(List.of(delays));
    }

    /** How often a message is delivered at most: one more than there are delays. */
    public int maxAttempts() {
        return delays.size() + 1;
    }

    /**
     * The wait after a failed attempt.
     *
     * @param attempt the attempt that failed, from 1; values beyond the schedule get its last delay
     */
    public Duration delayAfter(long attempt) {
        int index = Math.clamp(attempt - 1, 0, delays.size() - 1);
        return delays.get(index);
    }
}
