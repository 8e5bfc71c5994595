package io.vigil.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ConfusionTest {

    @Property
    void fScoreIsTheWeightedHarmonicMean(
            @ForAll @IntRange(min = 1, max = 500) int found,
            @ForAll @IntRange(max = 500) int alarms,
            @ForAll @IntRange(max = 500) int missed) {
        var confusion = new Confusion(found, alarms, 3, missed);
        double precision = confusion.precision().value().orElseThrow();
        double recall = confusion.recall().value().orElseThrow();
        assertThat(confusion.f1().orElseThrow())
                .isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
        assertThat(confusion.fScore(2).orElseThrow())
                .isCloseTo(5 * precision * recall / (4 * precision + recall), within(1e-12));
    }

    @Test
    void countsEachRateOverItsOwnWhole() {
        var confusion = new Confusion(6, 1, 9, 2);
        assertThat(confusion.recall()).isEqualTo(new Proportion(6, 8));
        assertThat(confusion.falseAlarms()).isEqualTo(new Proportion(1, 10));
        assertThat(confusion.precision()).isEqualTo(new Proportion(6, 7));
    }

    @Test
    void isWorthNothingWhereAllAttacksAreMissed() {
        assertThat(new Confusion(0, 0, 5, 5).f1()).hasValue(0);
    }

    @Test
    void hasNoFScoreWithoutAttacks() {
        assertThat(new Confusion(0, 2, 5, 0).f1()).isEmpty();
    }

    @Test
    void refusesNegativeCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Confusion(-1, 0, 0, 0));
    }
}
