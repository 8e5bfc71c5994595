package io.vigil.eval.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether scores mean what they say: of the texts scored about 70 of 100, 70 % should be attacks. Holds for the mix of
 * texts it was measured on.
 *
 * @param bins scores by tens, lowest first
 * @param brier mean squared distance of score / 100 and label, 0 (right and sure) to 1 (Brier 1950); empty without texts
 */
public record Calibration(List<Bin> bins, OptionalDouble brier) {

    private static final int BINS = 10;
    private static final double TOP = 100;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * Texts with about the same score.
     *
     * @param meanScore mean of their scores, 0 to 100; 0 without texts
     * @param attacks which part of them are attacks
     */
    public record Bin(double meanScore, Proportion attacks) {}

    /**
     * Calibration of scores from 0 to 100.
     *
     * @param attackScores scores of the attacks
     * @param benignScores scores of the harmless texts
     */
    public static Calibration of(double[] attackScores, double[] benignScores) {
        int[] attacks = new int[BINS];
        int[] all = new int[BINS];
        double[] sums = new double[BINS];
        double squares = 0;
        for (double score : attackScores) {
            attacks[bin(score)]++;
            all[bin(score)]++;
            sums[bin(score)] += score;
            squares += (1 - score / TOP) * (1 - score / TOP);
        }
        for (double score : benignScores) {
            all[bin(score)]++;
            sums[bin(score)] += score;
            squares += score / TOP * (score / TOP);
        }
        var bins = new ArrayList<Bin>(BINS);
        for (int i = 0; i < BINS; i++) {
            bins.add(new Bin(all[i] == 0 ? 0 : sums[i] / all[i], new Proportion(attacks[i], all[i])));
        }
        int texts = attackScores.length + benignScores.length;
        return new Calibration(bins, texts == 0 ? OptionalDouble.empty() : OptionalDouble.of(squares / texts));
    }

    /**
     * Expected calibration error: mean distance of score and share of attacks, 0 to 1 (Guo et al. 2017); empty without
     * texts.
     */
    public OptionalDouble expectedError() {
        double sum = 0;
        int texts = 0;
        for (Bin bin : bins) {
            sum += Math.abs(bin.attacks().hits() - bin.attacks().of() * bin.meanScore() / TOP);
            texts += bin.attacks().of();
        }
        return texts == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / texts);
    }

    private static int bin(double score) {
        return Math.min(BINS - 1, (int) (score / (TOP / BINS)));
    }
}
