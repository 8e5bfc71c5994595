package io.vigil.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigil.message.ThreatLevel;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ScoreScaleTest {
    private static final ScoreScale SCALE = new ScoreScale(0.05, 0.93);

    @Test
    void putsTheOperatingPointsAtFortyAndSeventy() {
        assertThat(SCALE.points(0)).isZero();
        assertThat(SCALE.points(0.05)).isEqualTo(40);
        assertThat(SCALE.points(0.049999)).isEqualTo(39);
        assertThat(SCALE.points(0.93)).isEqualTo(70);
        assertThat(SCALE.points(0.929999)).isEqualTo(69);
        assertThat(SCALE.points(1)).isEqualTo(100);
    }

    @Test
    void isAHundredTimesTheProbabilityWithoutOperatingPoints() {
        assertThat(ScoreScale.PLAIN.points(0.2)).isEqualTo(20);
        assertThat(ScoreScale.PLAIN.points(0.55)).isEqualTo(55);
        assertThat(ScoreScale.PLAIN.points(0.8)).isEqualTo(80);
    }

    @Property
    void risesWithTheProbabilityAndAgreesWithTheLevel(
            @ForAll @DoubleRange(min = 0, max = 1) double one, @ForAll @DoubleRange(min = 0, max = 1) double other) {
        int low = SCALE.points(Math.min(one, other));
        int high = SCALE.points(Math.max(one, other));

        assertThat(low).isBetween(0, high);
        assertThat(high).isBetween(0, 100);
        assertThat(SCALE.level(one))
                .isEqualTo(
                        SCALE.points(one) >= 70
                                ? ThreatLevel.HIGH
                                : SCALE.points(one) >= 40 ? ThreatLevel.MEDIUM : ThreatLevel.LOW);
    }

    @Test
    void refusesPointsThatDoNotRise() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreScale(0.5, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreScale(0, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> new ScoreScale(0.5, Double.NaN));
    }
}
