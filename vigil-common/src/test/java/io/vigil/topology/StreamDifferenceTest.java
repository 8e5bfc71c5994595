package io.vigil.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vigil.topology.StreamSpec.Retention;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StreamDifferenceTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final StreamSpec BASE =
            spec(List.of("a.>", "b.>"), Retention.WORK_QUEUE, DAY, 1000, 100, 10, Duration.ofMinutes(2), true, 1);

    static Stream<Arguments> changes() {
        return Stream.of(
                change("retention", true, with(Retention.LIMITS)),
                change("subjects", true, with(List.of("a.>"))),
                change("subjects", true, with(List.of("a.>", "c.>"))),
                change("subjects", false, with(List.of("a.>", "b.>", "c.>"))),
                change("max_age", true, withAge(DAY.minusSeconds(1))),
                change("max_age", false, withAge(DAY.plusSeconds(1))),
                change("max_age", false, withAge(Duration.ZERO)),
                change("max_bytes", true, withLimits(999, 100)),
                change("max_bytes", false, withLimits(1001, 100)),
                change("max_bytes", false, withLimits(-1, 100)),
                change("max_messages", true, withLimits(1000, 99)),
                change("max_messages", false, withLimits(1000, 101)),
                change("max_messages", false, withLimits(1000, -1)),
                change("max_message_bytes", false, withRest(9, Duration.ofMinutes(2), true, 1)),
                change("duplicate_window", false, withRest(10, Duration.ofMinutes(1), true, 1)),
                change("compressed", false, withRest(10, Duration.ofMinutes(2), false, 1)),
                change("replicas", false, withRest(10, Duration.ofMinutes(2), true, 3)));
    }

    @ParameterizedTest(name = "{0}, destructive {1}")
    @MethodSource("changes")
    void tellsWhichChangesCouldLoseMessages(String setting, boolean destructive, StreamSpec desired) {
        assertThat(StreamDifference.between(BASE, desired)).singleElement().satisfies(difference -> {
            assertThat(difference.setting()).isEqualTo(setting);
            assertThat(difference.destructive()).isEqualTo(destructive);
        });
    }

    @Test
    void treatsTheFirstLimitOfAnUnlimitedStreamAsDestructive() {
        var unlimited =
                spec(BASE.subjects(), Retention.WORK_QUEUE, Duration.ZERO, -1, -1, 10, Duration.ofMinutes(2), true, 1);
        assertThat(StreamDifference.between(unlimited, BASE))
                .extracting(StreamDifference::setting)
                .containsExactly("max_age", "max_bytes", "max_messages");
        assertThat(StreamDifference.between(unlimited, BASE)).allMatch(StreamDifference::destructive);
    }

    @Test
    void seesThatAFullQueueWouldDelete() {
        var deleting = new StreamSpec(
                "S", BASE.subjects(), Retention.WORK_QUEUE, false, DAY, 1000, 100, 10, Duration.ofMinutes(2), true, 1);
        assertThat(StreamDifference.between(deleting, BASE))
                .containsExactly(new StreamDifference("refuses_when_full", "false", "true", false));
        assertThat(StreamDifference.between(BASE, deleting))
                .containsExactly(new StreamDifference("refuses_when_full", "true", "false", true));
    }

    @Test
    void seesNoDifferenceInTheOrderOfSubjects() {
        assertThat(StreamDifference.between(BASE, with(List.of("b.>", "a.>")))).isEmpty();
        assertThat(StreamDifference.between(BASE, BASE)).isEmpty();
    }

    @Test
    void readsAsASentence() {
        assertThat(StreamDifference.between(BASE, withLimits(999, 100)))
                .first()
                .hasToString("max_bytes: 1000 -> 999 (destructive)");
        assertThat(new DestructiveChangeException("VIGIL", StreamDifference.between(BASE, withLimits(999, 100))))
                .hasMessage("stream VIGIL needs a destructive change; make it by hand or keep it:"
                        + "\n  max_bytes: 1000 -> 999 (destructive)");
    }

    private static Arguments change(String setting, boolean destructive, StreamSpec desired) {
        return arguments(setting, destructive, desired);
    }

    private static StreamSpec with(Retention retention) {
        return spec(BASE.subjects(), retention, DAY, 1000, 100, 10, Duration.ofMinutes(2), true, 1);
    }

    private static StreamSpec with(List<String> subjects) {
        return spec(subjects, Retention.WORK_QUEUE, DAY, 1000, 100, 10, Duration.ofMinutes(2), true, 1);
    }

    private static StreamSpec withAge(Duration age) {
        return spec(BASE.subjects(), Retention.WORK_QUEUE, age, 1000, 100, 10, Duration.ofMinutes(2), true, 1);
    }

    private static StreamSpec withLimits(long bytes, long messages) {
        return spec(BASE.subjects(), Retention.WORK_QUEUE, DAY, bytes, messages, 10, Duration.ofMinutes(2), true, 1);
    }

    private static StreamSpec withRest(int messageBytes, Duration window, boolean compressed, int replicas) {
        return spec(BASE.subjects(), Retention.WORK_QUEUE, DAY, 1000, 100, messageBytes, window, compressed, replicas);
    }

    private static StreamSpec spec(
            List<String> subjects,
            Retention retention,
            Duration age,
            long bytes,
            long messages,
            int messageBytes,
            Duration window,
            boolean compressed,
            int replicas) {
        return new StreamSpec(
                "S", subjects, retention, true, age, bytes, messages, messageBytes, window, compressed, replicas);
    }
}
