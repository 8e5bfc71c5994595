package io.vigil.eval.metric;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The area under the ROC curve out of counts per score, strongest score first, and how sure it is. */
final class RankArea {

    /** Enough for the second digit of a bound (Efron, Tibshirani 1993, chapter 13). */
    private static final int REPLICATES = 1_000;

    private static final double TAIL = 0.025;
    // Any number; always the same, so that equal inputs give equal intervals.
    private static final long SEED = 20_261_121L;

    private RankArea() {}

    /**
     * How often a random attack has a higher score than a random harmless text, a tie counted half: the Mann-Whitney
     * statistic.
     */
    static double of(int[] attacks, int[] benigns) {
        long above = 0;
        double wins = 0;
        long all = 0;
        for (int i = 0; i < attacks.length; i++) {
            wins += benigns[i] * (above + attacks[i] / 2.0);
            above += attacks[i];
            all += benigns[i];
        }
        return wins / ((double) above * all);
    }

    /** Percentile bootstrap at 95 %, attacks and harmless texts drawn apart. */
    static Interval interval95(int[] attacks, int[] benigns) {
        var random = new SplittableRandom(SEED);
        int[] attackBag = bag(attacks);
        int[] benignBag = bag(benigns);
        double[] areas = new double[REPLICATES];
        for (int i = 0; i < REPLICATES; i++) {
            areas[i] = of(drawn(attackBag, attacks.length, random), drawn(benignBag, benigns.length, random));
        }
        Arrays.sort(areas);
        int cut = (int) (TAIL * REPLICATES);
        return new Interval(areas[cut], areas[REPLICATES - 1 - cut]);
    }

    /** One entry per text: the index of its score. */
    private static int[] bag(int[] counts) {
        int[] bag = new int[Arrays.stream(counts).sum()];
        int next = 0;
        for (int i = 0; i < counts.length; i++) {
            Arrays.fill(bag, next, next + counts[i], i);
            next += counts[i];
        }
        return bag;
    }

    private static int[] drawn(int[] bag, int distinct, SplittableRandom random) {
        int[] counts = new int[distinct];
        for (int i = 0; i < bag.length; i++) {
            counts[bag[random.nextInt(bag.length)]]++;
        }
        return counts;
    }
}
