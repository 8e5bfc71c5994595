package io.vigil.eval.metric;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * A part of a whole, counted.
 *
 * @param hits how many of them, 0 to {@code of}
 * @param of how many there are, 0 or more
 */
public record Proportion(int hits, int of) {

    private static final double ERROR_RATE = 0.05;

    public Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException("a proportion needs 0 <= hits <= of");
        }
    }

    /** The part, 0 to 1; empty of nothing. */
    public OptionalDouble value() {
        return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / of);
    }

    /**
     * The Wilson score interval at 95 %, which stays honest for few trials and near 0 and 1 (Wilson 1927; Brown, Cai,
     * DasGupta 2001); empty of nothing.
     */
    public Optional<Interval> interval95() {
        if (of == 0) {
            return Optional.empty();
        }
        var wilson = BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(of, hits, ERROR_RATE);
        // Binary fractions carry the last digit across the ends.
        return Optional.of(new Interval(Math.max(0, wilson.getLowerBound()), Math.min(1, wilson.getUpperBound())));
    }
}
