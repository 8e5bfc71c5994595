package io.vigil.arbiter.answer;

/** Numbers as people read them. */
final class Decimals {

    private static final double THOUSAND = 1000;

    private Decimals() {}

    static double three(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
