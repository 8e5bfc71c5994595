package io.vigil.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final double FAILED = Double.POSITIVE_INFINITY;

    @Test
    void goesOnWhileItGetsFaster() {
        assertThat(WarmUp.isSteady(of(8_806, 1_524, 721, 278, 238, 278, 120))).isFalse();
    }

    @Test
    void endsWhereItGotNoFasterForThreeSlices() {
        assertThat(WarmUp.isSteady(of(120, 60, 55, 56))).isFalse();
        assertThat(WarmUp.isSteady(of(120, 60, 55, 56, 54))).isTrue();
    }

    @Test
    void takesNoSliceWithFailedRequestsForAFastOne() {
        assertThat(WarmUp.isSteady(of(FAILED, FAILED, 700, 300))).isFalse();
        assertThat(WarmUp.isSteady(of(50, FAILED, 50, FAILED))).isTrue();
    }

    @Test
    void endsAfterThreeMinutesWhateverHappens() {
        var everFaster = DoubleStream.iterate(1e6, latency -> latency * 0.8).limit(18);
        assertThat(WarmUp.isSteady(everFaster.boxed().toList())).isTrue();
    }

    @Test
    void needsMoreThanOneSlice() {
        assertThat(WarmUp.isSteady(Collections.nCopies(1, 10.0))).isFalse();
    }

    private static List<Double> of(double... latencies) {
        return DoubleStream.of(latencies).boxed().toList();
    }
}
