package io.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventuallyTest {

    @Test
    void returnsTheFirstValueThatFits() {
        var counter = new AtomicInteger();
        int value = Eventually.withinSeconds(5).satisfies("counter", counter::incrementAndGet, n -> n >= 3);
        assertThat(value).isEqualTo(3);
    }

    @Test
    void saysTheLastValueWhenTimeIsOver() {
        assertThatThrownBy(() -> Eventually.within(Duration.ofMillis(50)).becomes("colour", "red", () -> "blue"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("colour = red")
                .hasMessageContaining("last value: blue");
    }

    @Test
    void takesAnErrorForNotYet() {
        var counter = new AtomicInteger();
        Eventually.withinSeconds(5)
                .holds(() -> assertThat(counter.incrementAndGet()).isEqualTo(3));
        assertThat(counter).hasValue(3);
    }

    @Test
    void keepsTheLastErrorAsCause() {
        var error = new IllegalStateException("closed");
        assertThatThrownBy(() -> Eventually.within(Duration.ofMillis(20)).isTrue("open", () -> {
                    throw error;
                }))
                .hasCause(error);
    }
}
