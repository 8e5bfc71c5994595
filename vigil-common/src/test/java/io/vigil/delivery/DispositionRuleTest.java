package io.vigil.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Collections;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DispositionRuleTest {

    private static final DispositionRule RULE =
            new DispositionRule(RetrySchedule.of(Duration.ofSeconds(5), Duration.ofSeconds(30)));
    private static final Failure PASSING = Failure.transientFailure("Timeout", "engine away");
    private static final Failure LASTING = Failure.permanentFailure("BadText", "cannot be read");

    static Stream<Arguments> cells() {
        var done = Outcome.done();
        var later = Outcome.failed(PASSING);
        var never = Outcome.failed(LASTING);
        var rejected = new Disposition.DeadLetterThenTerm(DeadLetterReason.REJECTED, LASTING);
        var exhausted = new Disposition.DeadLetterThenTerm(DeadLetterReason.ATTEMPTS_EXHAUSTED, PASSING);
        return Stream.of(
                arguments(done, 1, new Disposition.Ack()),
                arguments(done, 3, new Disposition.Ack()),
                arguments(done, 99, new Disposition.Ack()),
                arguments(never, 1, rejected),
                arguments(never, 3, rejected),
                arguments(never, 99, rejected),
                arguments(later, 1, new Disposition.NakAfter(Duration.ofSeconds(5))),
                arguments(later, 2, new Disposition.NakAfter(Duration.ofSeconds(30))),
                arguments(later, 3, exhausted),
                arguments(later, 99, exhausted));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void decides(Outcome outcome, long attempt, Disposition disposition) {
        assertThat(RULE.decide(outcome, attempt)).isEqualTo(disposition);
    }

    @Property
    void neverRetriesBeyondTheLastAttempt(
            @ForAll @IntRange(min = 1, max = 20) int delays, @ForAll @LongRange(min = 1, max = 1000) long attempt) {
        var schedule = new RetrySchedule(Collections.nCopies(delays, Duration.ofSeconds(1)));
        boolean retries =
                new DispositionRule(schedule).decide(Outcome.failed(PASSING), attempt) instanceof Disposition.NakAfter;
        assertThat(retries).isEqualTo(attempt < schedule.maxAttempts());
    }

    @Test
    void boundsWhatAFailureSays() {
        assertThat(Failure.transientFailure("X", "y".repeat(1000)).detail()).hasSize(200);
        assertThat(Failure.transientFailure("X", "y".repeat(200)).detail()).hasSize(200);
    }

    /** A header may hold no line break, and a log line should not. */
    @Test
    void keepsAFailureOnOneLineOfPlainCharacters() {
        assertThat(Failure.permanentFailure("X", "a\r\nNats-Msg-Id: b\u0000é").detail())
                .isEqualTo("a??Nats-Msg-Id: b??");
    }

    @Test
    void leavesTheMessageOfAnUnexpectedErrorOut() {
        var failure = Failure.unexpected(new IllegalStateException("the secret text"));
        assertThat(failure).isEqualTo(Failure.transientFailure("IllegalStateException", "unexpected error in stage"));
    }

    @Test
    void namesReasonsAsHeadersAndMetricsDo() {
        assertThat(DeadLetterReason.values())
                .extracting(DeadLetterReason::wireName)
                .containsExactly(
                        "malformed",
                        "unknown_version",
                        "unroutable",
                        "rejected",
                        "attempts_exhausted",
                        "max_deliveries",
                        "terminated");
    }
}
