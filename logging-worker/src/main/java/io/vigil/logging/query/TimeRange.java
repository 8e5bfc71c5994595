package io.vigil.logging.query;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time.
 *
 * @param from its first instant
 * @param to the first instant after it
 */
public record TimeRange(Instant from, Instant to) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /**
     * The time that is asked for.
     *
     * @param usual its length where no beginning is named
     * @param longest its greatest length
     * @throws QuestionFailedException it is not in order, or too long
     */
    public static TimeRange of(
            @Nullable Instant from, @Nullable Instant to, Instant now, Duration usual, Duration longest) {
        Instant end = to == null ? now : within("to", to);
        Instant start = from == null ? end.minus(usual) : within("from", from);
        if (!start.isBefore(end)) {
            throw QuestionFailedException.refused("from", "from must be before to");
        }
        if (Duration.between(start, end).compareTo(longest) > 0) {
            throw QuestionFailedException.refused(
                    "from", "from must be at most " + longest.toHours() + " hours before to");
        }
        return new TimeRange(start, end);
    }

    private static Instant within(String field, Instant instant) {
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw QuestionFailedException.refused(field, field + " must be in the years 2000 to 2099");
        }
        return instant;
    }
}
