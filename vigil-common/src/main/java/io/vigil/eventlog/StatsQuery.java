package io.vigil.eventlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which figures.
 *
 * @param from events from this instant on; null is 24 hours before {@code to}
 * @param to events before this instant; null is now
 * @param interval width of a point of the series; null is an hour
 * @param tenant whose events; a caller with a tenant of its own sees only that one's
 */
public record StatsQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Interval interval,
        @Nullable String tenant) {

    /** Widths of a point, each with the longest time that it may cover. */
    public enum Interval {
        /** Up to a day. */
        @JsonProperty("minute")
        MINUTE(Duration.ofDays(1)),
        /** Up to 31 days. */
        @JsonProperty("hour")
        HOUR(Duration.ofDays(31)),
        /** Up to 366 days. */
        @JsonProperty("day")
        DAY(Duration.ofDays(366));

        private final Duration longest;

        Interval(Duration longest) {
            this.longest = longest;
        }

        /** Longest time that may be covered by points of this width. */
        public Duration longest() {
            return longest;
        }
    }

    public StatsQuery {
        tenant = Allowed.text("tenant", tenant, 128);
    }

    /** The width of a point. */
    public Interval width() {
        return interval == null ? Interval.HOUR : interval;
    }
}
