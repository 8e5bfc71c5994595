package io.vigil.message;

/** The ranges that several messages share. */
final class Range {

    private Range() {}

    static int score(int score) {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("score must be 0 to 100");
        }
        return score;
    }

    static double unit(double value, String name) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be 0 to 1");
        }
        return value;
    }

    static long micros(long micros) {
        if (micros < 0) {
            throw new IllegalArgumentException("duration must not be negative");
        }
        return micros;
    }
}
