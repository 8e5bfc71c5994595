package io.vigil.eval.metric;

/**
 * A range that holds the true value of a figure with a stated confidence.
 *
 * @param low lower bound, 0 to 1
 * @param high upper bound, at least {@code low}
 */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval needs low <= high");
        }
    }

    /** Whether a value lies in the range, its bounds included. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
