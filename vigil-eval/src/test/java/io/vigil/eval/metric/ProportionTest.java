package io.vigil.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** Values of the closed formula, by hand with z = 1.959964. */
    @ParameterizedTest
    @CsvSource({"0, 10, 0, 0.2775", "5, 10, 0.2366, 0.7634", "10, 10, 0.7225, 1", "95, 100, 0.8882, 0.9785"})
    void knowsTheWilsonInterval(int hits, int of, double low, double high) {
        var interval = new Proportion(hits, of).interval95().orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(1e-4));
        assertThat(interval.high()).isCloseTo(high, within(1e-4));
    }

    @Property
    void intervalHoldsTheValueAndStaysWithinZeroAndOne(
            @ForAll @IntRange(min = 1, max = 100_000) int of, @ForAll @IntRange(max = 100_000) int hits) {
        var proportion = new Proportion(Math.min(hits, of), of);
        var interval = proportion.interval95().orElseThrow();
        assertThat(interval.low()).isBetween(0.0, proportion.value().orElseThrow() + 1e-12);
        assertThat(interval.high()).isBetween(proportion.value().orElseThrow() - 1e-12, 1.0);
    }

    @Test
    void isUndefinedOfNothing() {
        assertThat(new Proportion(0, 0).value()).isEmpty();
        assertThat(new Proportion(0, 0).interval95()).isEmpty();
    }

    @Test
    void refusesMoreThanTheWhole() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(2, 1));
    }
}
