package io.vigil.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryScheduleTest {

    private static final RetrySchedule THREE =
            RetrySchedule.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 30", "3, 60", "4, 60", "1000000, 60", "9223372036854775807, 60", "0, 5", "-3, 5"})
    void namesTheDelayOfEachAttempt(long attempt, long seconds) {
        assertThat(THREE.delayAfter(attempt)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void allowsOneAttemptMoreThanThereAreDelays() {
        assertThat(THREE.maxAttempts()).isEqualTo(4);
    }

    @Test
    void refusesNoDelaysAndNegativeOnes() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RetrySchedule(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> RetrySchedule.of(Duration.ofMillis(-1)));
    }

    @Test
    void keepsNoReferenceToTheListItWasGiven() {
        var delays = new ArrayList<>(List.of(Duration.ofSeconds(1)));
        var schedule = new RetrySchedule(delays);
        delays.add(Duration.ofSeconds(2));
        assertThat(schedule.maxAttempts()).isEqualTo(2);
    }

    @Property
    void answersEveryAttemptWithOneOfItsDelays(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 3600) Integer> seconds,
            @ForAll @LongRange(min = Long.MIN_VALUE) long attempt) {
        var schedule =
                new RetrySchedule(seconds.stream().map(Duration::ofSeconds).toList());
        assertThat(schedule.delays()).contains(schedule.delayAfter(attempt));
    }
}
