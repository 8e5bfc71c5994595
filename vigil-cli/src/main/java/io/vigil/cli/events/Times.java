package io.vigil.cli.events;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Times as people write them on a command line. */
final class Times {

    private Times() {}

    /**
     * {@code 2026-11-21T12:00:00Z}, or so long ago: {@code 90m}, {@code 6h}, {@code 7d}.
     *
     * @throws IllegalArgumentException it is neither
     */
    static Instant of(String written, Instant now) {
        try {
            return written.matches("[0-9]{1,6}[mhd]") ? now.minus(ago(written)) : Instant.parse(written);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "a time is written 2026-11-21T12:00:00Z, or 90m, 6h or 7d for so long ago", e);
        }
    }

    private static Duration ago(String written) {
        long count = Long.parseLong(written.substring(0, written.length() - 1));
        return switch (written.charAt(written.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
