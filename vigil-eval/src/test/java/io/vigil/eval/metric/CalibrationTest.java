package io.vigil.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Property
    void countsEveryTextOnceWhereItsScoreBelongs(
            @ForAll @Size(max = 50) List<@IntRange(max = 100) Integer> attacks,
            @ForAll @Size(max = 50) List<@IntRange(max = 100) Integer> benigns) {
        var bins = Calibration.of(doubles(attacks), doubles(benigns)).bins();
        for (int i = 0; i < 10; i++) {
            int from = 10 * i;
            int to = i == 9 ? 100 : from + 9;
            assertThat(bins.get(i).attacks())
                    .isEqualTo(new Proportion(
                            counted(attacks, from, to), counted(attacks, from, to) + counted(benigns, from, to)));
        }
    }

    @Property
    void brierIsTheMeanSquaredDistanceFromTheLabel(
            @ForAll @NotEmpty @Size(max = 50) List<@IntRange(max = 100) Integer> attacks,
            @ForAll @Size(max = 50) List<@IntRange(max = 100) Integer> benigns) {
        double mean = DoubleStream.concat(
                        attacks.stream().mapToDouble(score -> Math.pow(1 - score / 100.0, 2)),
                        benigns.stream().mapToDouble(score -> Math.pow(score / 100.0, 2)))
                .average()
                .orElseThrow();
        assertThat(Calibration.of(doubles(attacks), doubles(benigns)).brier().orElseThrow())
                .isCloseTo(mean, within(1e-9));
    }

    @Test
    void findsNoErrorWhereScoresMeanWhatTheySay() {
        var calibration = Calibration.of(new double[] {75, 75, 75, 100}, new double[] {75, 0, 0});
        assertThat(calibration.expectedError()).hasValueCloseTo(0.0, within(1e-12));
    }

    @Test
    void findsTheErrorOfScoresThatAreTooSure() {
        var calibration = Calibration.of(new double[] {100, 100}, new double[] {100, 100});
        assertThat(calibration.expectedError()).hasValueCloseTo(0.5, within(1e-12));
    }

    @Test
    void isUndefinedWithoutTexts() {
        assertThat(Calibration.of(new double[0], new double[0]).expectedError()).isEmpty();
        assertThat(Calibration.of(new double[0], new double[0]).brier()).isEmpty();
    }

    private static int counted(List<Integer> scores, int from, int to) {
        return (int)
                scores.stream().filter(score -> from <= score && score <= to).count();
    }

    private static double[] doubles(List<Integer> scores) {
        return scores.stream().mapToDouble(Integer::doubleValue).toArray();
    }
}
