package io.vigil.api.deadletters;

import io.vigil.deadletter.LetterFilter;
import org.jspecify.annotations.Nullable;

/**
 * A wish to send many dead letters back.
 *
 * @param filter which; null means all
 * @param ratePerSecond most in a second, 1 to 1000; null means {@value #RATE}
 * @param cap most in all, 1 to 10,000 and no more than a minute's worth; null means {@value #CAP}
 * @param force whether parked ones go too; null means no
 */
public record BulkRedrive(
        @Nullable LetterFilter filter,
        @Nullable Integer ratePerSecond,
        @Nullable Integer cap,
        @Nullable Boolean force) {

    static final int RATE = 50;
    static final int CAP = 100;
    private static final int MAX_RATE = 1_000;
    private static final int MAX_CAP = 10_000;
    private static final int SECONDS = 60;

    public BulkRedrive {
        if (ratePerSecond != null && (ratePerSecond < 1 || ratePerSecond > MAX_RATE)) {
            throw new IllegalArgumentException("rate_per_second must be 1 to " + MAX_RATE);
        }
        if (cap != null && (cap < 1 || cap > MAX_CAP)) {
            throw new IllegalArgumentException("cap must be 1 to " + MAX_CAP);
        }
        if ((cap == null ? CAP : cap) > SECONDS * (ratePerSecond == null ? RATE : ratePerSecond)) {
            throw new IllegalArgumentException(
                    "cap must be at most " + SECONDS + " times rate_per_second: the answer waits for the last one");
        }
    }

    LetterFilter wanted() {
        return filter == null ? LetterFilter.ALL : filter;
    }

    int rate() {
        return ratePerSecond == null ? RATE : ratePerSecond;
    }

    int most() {
        return cap == null ? CAP : cap;
    }

    boolean forced() {
        return Boolean.TRUE.equals(force);
    }
}
