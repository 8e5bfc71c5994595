package io.vigil.detection;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.detection.cascade.BranchPanel;
import io.vigil.message.Detected;
import io.vigil.message.Direction;
import io.vigil.message.Submission;
import io.vigil.topology.Subjects;
import io.vigil.wire.Envelope;
import io.vigil.worker.StageHandler;
import io.vigil.worker.StageStopwatch;
import java.util.List;
import java.util.Optional;

/** Asks every branch about a submitted text and hands their reports to the PII stage. */
public final class DetectionStage implements StageHandler<Submission> {
    private final BranchPanel panel;
    private final StageStopwatch stopwatch;

    /** A stage over these branches. */
    public DetectionStage(BranchPanel panel, StageStopwatch stopwatch) {
        this.panel = panel;
        this.stopwatch = stopwatch;
    }

    @Override
    public Outcome handle(Submission submission, Envelope envelope) throws InterruptedException {
        var direction = directionOf(envelope.subject());
        if (direction.isEmpty()) {
            return Outcome.failed(Failure.permanentFailure("UnroutableSubject", "detection does not work on it"));
        }
        var lap = stopwatch.start(envelope);
        var request = submission.toRequest(envelope.requestId(), direction.get(), envelope.storedAt());
        var report = panel.examine(request);
        var detected = new Detected(request, report, lap.appendedTo(List.of()));
        return Outcome.produced(new Emission.Stored(Subjects.PII_DETECT, "pii", detected));
    }

    private static Optional<Direction> directionOf(String subject) {
        return switch (subject) {
            case Subjects.GUARD_INPUT, Subjects.REQUESTS -> Optional.of(Direction.INPUT);
            case Subjects.GUARD_OUTPUT -> Optional.of(Direction.OUTPUT);
            default -> Optional.empty();
        };
    }
}
