package io.vigil.eval.metric;

import java.util.OptionalDouble;

/**
 * Decisions against labels.
 *
 * @param truePositives attacks that were found
 * @param falsePositives harmless texts that were taken for attacks
 * @param trueNegatives harmless texts that passed
 * @param falseNegatives attacks that passed
 */
public record Confusion(int truePositives, int falsePositives, int trueNegatives, int falseNegatives) {

    public Confusion {
        if (truePositives < 0 || falsePositives < 0 || trueNegatives < 0 || falseNegatives < 0) {
            throw new IllegalArgumentException("counts must not be negative");
        }
    }

    /** Which part of the attacks was found. */
    public Proportion recall() {
        return new Proportion(truePositives, truePositives + falseNegatives);
    }

    /** Which part of the harmless texts was taken for attacks. */
    public Proportion falseAlarms() {
        return new Proportion(falsePositives, falsePositives + trueNegatives);
    }

    /** Which part of what was taken for attacks was one. Depends on how many attacks there are. */
    public Proportion precision() {
        return new Proportion(truePositives, truePositives + falsePositives);
    }

    /** Harmonic mean of precision and recall, 0 to 1; empty without attacks. */
    public OptionalDouble f1() {
        return fScore(1);
    }

    /**
     * Weighted harmonic mean of precision and recall (van Rijsbergen 1979).
     *
     * @param beta how many times recall counts as much as precision, above 0
     * @return 0 to 1; empty without attacks
     */
    public OptionalDouble fScore(double beta) {
        double squared = beta * beta;
        double whole = (1 + squared) * truePositives + squared * falseNegatives + falsePositives;
        return recall().of() == 0 ? OptionalDouble.empty() : OptionalDouble.of((1 + squared) * truePositives / whole);
    }
}
