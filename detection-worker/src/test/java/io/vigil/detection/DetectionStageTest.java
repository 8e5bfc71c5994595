package io.vigil.detection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.detection.cascade.BranchPanel;
import io.vigil.detection.cascade.ComputePool;
import io.vigil.detection.cascade.Engine;
import io.vigil.message.BranchId;
import io.vigil.message.Detected;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.Origin;
import io.vigil.message.Source;
import io.vigil.message.StageTiming;
import io.vigil.message.Submission;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageStopwatch;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectionStageTest {
    private static final Instant STORED = Instant.parse("2026-11-21T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"vigil.guard.input, INPUT", "vigil.guard.output, OUTPUT", "vigil.requests.analyze, INPUT"})
    void readsTheDirectionFromTheSubject(String subject, Direction direction) throws Exception {
        var submission = new Submission(null, "hello", null, null, null, "shop", "s-1");
        var detected = detected(handle(submission, subject));

        assertThat(detected.request())
                .isEqualTo(new GuardRequest(
                        "req-7",
                        "hello",
                        direction,
                        Mode.FULL,
                        false,
                        direction.usualSource(),
                        new Origin("shop", "s-1", STORED)));
    }

    @Test
    void passesOnWhoWroteTheText() throws Exception {
        var submission = new Submission(null, "hello", null, null, Source.TOOL_OUTPUT);

        assertThat(detected(handle(submission, "vigil.guard.input")).request().source())
                .isEqualTo(Source.TOOL_OUTPUT);
    }

    @Test
    void handsTheReportsToThePiiStage() throws Exception {
        var outcome = handle(new Submission("req-7", "hello", Mode.FAST, true), "vigil.guard.input");

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Produced.class,
                        produced -> assertThat(produced.emissions())
                                .singleElement()
                                .isInstanceOfSatisfying(Emission.Stored.class, stored -> {
                                    assertThat(stored.subject()).isEqualTo("vigil.pii.detect");
                                    assertThat(stored.stage()).isEqualTo("pii");
                                }));
        var detected = detected(outcome);
        assertThat(detected.detection().branches())
                .extracting(report -> report.branch())
                .containsExactly(BranchId.values());
        assertThat(detected.request().mode()).isEqualTo(Mode.FAST);
        assertThat(detected.request().returnDecisionProcess()).isTrue();
    }

    @Test
    void measuresWaitAndWork() throws Exception {
        var detected = detected(handle(new Submission(null, "hello", null, null), "vigil.guard.input"));

        assertThat(detected.timings()).containsExactly(new StageTiming("detection", 250_000, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vigil.guard.inputs", "vigil.guard.in.put", "vigil.detection.anything", "vigil.guard.INPUT"})
    void refusesSubjectsThatItDoesNotKnow(String subject) throws Exception {
        assertThat(handle(new Submission(null, "hello", null, null), subject))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.failure().kind()).isEqualTo(Failure.Kind.PERMANENT));
    }

    private static Outcome handle(Submission submission, String subject) throws InterruptedException {
        var ticker = new AtomicLong();
        try (var pool = new ComputePool(1)) {
            var engines = Stream.of(BranchId.values()).map(Engine::empty).toList();
            var stopwatch =
                    new StageStopwatch("detection", () -> STORED.plusMillis(250), () -> ticker.getAndAdd(3_000));
            return new DetectionStage(new BranchPanel(engines, pool, () -> 0), stopwatch)
                    .handle(submission, envelope(subject));
        }
    }

    private static Detected detected(Outcome outcome) {
        var produced = (Outcome.Produced) outcome;
        return (Detected) produced.emissions().getFirst().body();
    }

    private static Envelope envelope(String subject) {
        return new Envelope("req-7", "req-7.detection", subject, 1, STORED, 1, "", null, null, Map.of());
    }
}
