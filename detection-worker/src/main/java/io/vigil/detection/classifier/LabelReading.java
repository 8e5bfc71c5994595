package io.vigil.detection.classifier;

import io.vigil.encoder.OnnxModel;

/**
 * Which of a model's outputs says attack.
 *
 * @param label index of the output, 0 or more
 */
record LabelReading(int label) {
    /** For a model with one output, the log-odds of an attack. */
    static final LabelReading ONLY = new LabelReading(0);

    /**
     * Log-odds of that label against all others together, which is its softmax as log-odds.
     *
     * @param sequence which of the sequences of the run
     * @throws IllegalStateException where the model has no such output or it is no number
     */
    double logOdds(OnnxModel.Output output, int sequence) {
        int labels = output.perSequence();
        if (label >= labels) {
            throw new IllegalStateException("the model has " + labels + " labels, none with index " + label);
        }
        int from = sequence * labels;
        double wanted = output.values().get(from + label);
        double logOdds = labels == 1 ? wanted : wanted - others(output, from, labels);
        if (!Double.isFinite(logOdds)) {
            throw new IllegalStateException("the model's output is no finite number");
        }
        return logOdds;
    }

    /** Logarithm of the sum of the exponentials of the other labels, from the largest down so that nothing overflows. */
    private double others(OnnxModel.Output output, int from, int labels) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < labels; i++) {
            largest = i == label ? largest : Math.max(largest, output.values().get(from + i));
        }
        double sum = 0;
        for (int i = 0; i < labels; i++) {
            sum += i == label ? 0 : Math.exp(output.values().get(from + i) - largest);
        }
        return largest + Math.log(sum);
    }
}
