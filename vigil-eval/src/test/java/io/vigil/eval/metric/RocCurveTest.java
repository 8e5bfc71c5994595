package io.vigil.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RocCurveTest {

    @Property
    void areaIsTheShareOfPairsInTheRightOrder(
            @ForAll @NotEmpty @Size(max = 60) List<@IntRange(max = 20) Integer> attacks,
            @ForAll @NotEmpty @Size(max = 60) List<@IntRange(max = 20) Integer> benigns) {
        double wins = 0;
        for (int attack : attacks) {
            for (int benign : benigns) {
                wins += attack > benign ? 1 : attack == benign ? 0.5 : 0;
            }
        }
        assertThat(curve(attacks, benigns).auc().orElseThrow())
                .isCloseTo(wins / (attacks.size() * benigns.size()), within(1e-12));
    }

    @Property
    void findsTheBestThresholdWithinARateOfFalseAlarms(
            @ForAll @NotEmpty @Size(max = 60) List<@IntRange(max = 20) Integer> attacks,
            @ForAll @NotEmpty @Size(max = 60) List<@IntRange(max = 20) Integer> benigns,
            @ForAll @DoubleRange(max = 1) double rate) {
        long best = 0;
        for (int threshold = 0; threshold <= 21; threshold++) {
            if (atLeast(benigns, threshold) <= rate * benigns.size() + 1e-9) {
                best = Math.max(best, atLeast(attacks, threshold));
            }
        }
        var chosen = curve(attacks, benigns).within(rate).orElseThrow();
        assertThat(chosen.truePositives()).isEqualTo((int) best);
        assertThat(chosen.falseAlarms().value().orElseThrow()).isLessThanOrEqualTo(rate + 1e-9);
    }

    @Property
    void everyStepIsWhatItsThresholdFinds(
            @ForAll @NotEmpty @Size(max = 30) List<@IntRange(max = 20) Integer> attacks,
            @ForAll @Size(max = 30) List<@IntRange(max = 20) Integer> benigns) {
        var expected = java.util.stream.IntStream.iterate(21, threshold -> threshold >= 0, threshold -> threshold - 1)
                .mapToObj(threshold -> {
                    int found = (int) atLeast(attacks, threshold);
                    int alarms = (int) atLeast(benigns, threshold);
                    return new Confusion(found, alarms, benigns.size() - alarms, attacks.size() - found);
                })
                .distinct()
                .toList();
        assertThat(curve(attacks, benigns).steps()).isEqualTo(expected);
    }

    @Test
    void saysNothingAboutOneLabelAlone() {
        var curve = RocCurve.of(new double[] {1, 2}, new double[0]);
        assertThat(curve.auc()).isEmpty();
        assertThat(curve.aucInterval95()).isEmpty();
        assertThat(curve.within(0.01)).isEmpty();
        assertThat(curve.size()).isEqualTo(2);
    }

    @Test
    void givesEqualIntervalsForEqualScores() {
        var first = RocCurve.of(new double[] {5, 7, 9, 3}, new double[] {1, 4, 6});
        var second = RocCurve.of(new double[] {9, 3, 7, 5}, new double[] {6, 1, 4});
        assertThat(first.aucInterval95()).isEqualTo(second.aucInterval95());
    }

    /** Scores 0 to 9 for harmless texts and 2 to 11 for attacks, all equally likely. */
    @Test
    void intervalsHoldTheTrueAreaAboutAsOftenAsTheySay() {
        var random = new Random(7);
        double trueArea = trueArea();
        int held = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            var interval = RocCurve.of(
                            random.doubles(80).map(u -> 2 + Math.floor(10 * u)).toArray(),
                            random.doubles(120).map(u -> Math.floor(10 * u)).toArray())
                    .aucInterval95()
                    .orElseThrow();
            held += interval.contains(trueArea) ? 1 : 0;
        }
        assertThat(held).isBetween(180, 199);
    }

    private static double trueArea() {
        double wins = 0;
        for (int attack = 2; attack < 12; attack++) {
            for (int benign = 0; benign < 10; benign++) {
                wins += attack > benign ? 1 : attack == benign ? 0.5 : 0;
            }
        }
        return wins / 100;
    }

    private static long atLeast(List<Integer> scores, int threshold) {
        return scores.stream().filter(score -> score >= threshold).count();
    }

    private static RocCurve curve(List<Integer> attacks, List<Integer> benigns) {
        return RocCurve.of(doubles(attacks), doubles(benigns));
    }

    private static double[] doubles(List<Integer> scores) {
        return scores.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
