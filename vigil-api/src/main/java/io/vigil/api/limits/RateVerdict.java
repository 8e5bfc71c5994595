package io.vigil.api.limits;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a caller may send this, and what is left. */
public sealed interface RateVerdict {

    /** Nothing bounds the caller. */
    record Unlimited() implements RateVerdict {}

    /** Limits hold; what to tell about them. */
    record Limited(boolean granted, State state) implements RateVerdict {}

    /**
     * The limits that hold.
     *
     * @param policies all of them, as {@code RateLimit-Policy} has it
     * @param current what is left of each, as {@code RateLimit} has it
     * @param nearest of the one that is nearest to its end
     * @param retryAfter when to try again, in whole seconds, 1 or more
     * @param local whether this gateway counts alone, because the shared store does not answer
     */
    record State(String policies, String current, Nearest nearest, long retryAfter, boolean local) {}

    /**
     * One limit.
     *
     * @param limit most at once
     * @param remaining what is left
     * @param reset until it is whole again
     */
    record Nearest(long limit, long remaining, Duration reset) {}

    /** From what came of each bucket; at least one. */
    static RateVerdict of(List<Taken> taken) {
        Taken nearest = taken.stream()
                .min(Comparator.comparing(Taken::granted).thenComparing(Taken::left))
                .orElseThrow();
        Duration wait =
                taken.stream().map(Taken::pause).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
        return new Limited(
                taken.stream().allMatch(Taken::granted),
                new State(
                        joined(taken.stream().map(one -> one.bucket().policy()).toList()),
                        joined(taken.stream().map(RateVerdict::current).toList()),
                        new Nearest(nearest.bucket().burst(), nearest.remaining(), nearest.reset()),
                        Math.max(1, seconds(wait)),
                        taken.stream().anyMatch(Taken::local)));
    }

    private static String current(Taken taken) {
        return "\"%s\";r=%d;t=%d".formatted(taken.bucket().label(), taken.remaining(), seconds(taken.reset()));
    }

    private static String joined(List<String> items) {
        return items.stream().collect(Collectors.joining(", "));
    }

    /** Whole seconds, rounded up. */
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
