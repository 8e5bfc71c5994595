package io.vigil.eval.metric;

import java.util.Arrays;

/** How often each score was given, to attacks and to harmless texts; strongest score first. */
final class ScoreCounts {

    private final double[] scores;
    private final int[] attacks;
    private final int[] benigns;

    private ScoreCounts(double[] scores, int[] attacks, int[] benigns) {
        this.scores = scores;
        this.attacks = attacks;
        this.benigns = benigns;
    }

    static ScoreCounts of(double[] attackScores, double[] benignScores) {
        double[] distinct = Arrays.stream(new double[][] {attackScores, benignScores})
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        var counts = new ScoreCounts(distinct, new int[distinct.length], new int[distinct.length]);
        counts.reverse();
        counts.count(attackScores, counts.attacks);
        counts.count(benignScores, counts.benigns);
        return counts;
    }

    int distinct() {
        return scores.length;
    }

    double score(int index) {
        return scores[index];
    }

    int attacks(int index) {
        return attacks[index];
    }

    int benigns(int index) {
        return benigns[index];
    }

    int[] attacks() {
        return attacks.clone();
    }

    int[] benigns() {
        return benigns.clone();
    }

    private void reverse() {
        for (int i = 0, j = scores.length - 1; i < j; i++, j--) {
            double swapped = scores[i];
            scores[i] = scores[j];
            scores[j] = swapped;
        }
    }

    private void count(double[] given, int[] counts) {
        for (double score : given) {
            counts[indexOf(score)]++;
        }
    }

    private int indexOf(double score) {
        int low = 0;
        int high = scores.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] > score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
