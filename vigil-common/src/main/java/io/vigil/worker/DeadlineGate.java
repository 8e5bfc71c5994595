package io.vigil.worker;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Outcome;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Detected;
import io.vigil.message.Origin;
import io.vigil.message.Screened;
import io.vigil.message.StageTiming;
import io.vigil.message.Submission;
import io.vigil.message.VigilMessage;
import io.vigil.topology.Subjects;
import io.vigil.wire.Envelope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Does not work for nobody: a request past its deadline goes straight to the log as expired. */
public final class DeadlineGate<I extends VigilMessage> implements StageHandler<I> {

    private final String stage;
    private final StageHandler<I> next;
    private final InstantSource clock;

    public DeadlineGate(String stage, StageHandler<I> next, InstantSource clock) {
        this.stage = stage;
        this.next = next;
        this.clock = clock;
    }

    @Override
    public Outcome handle(I message, Envelope envelope) throws Exception {
        Instant now = clock.instant();
        if (envelope.deadline() == null || now.isBefore(envelope.deadline()) || message instanceof DecisionEvent) {
            return next.handle(message, envelope);
        }
        return Outcome.produced(new Emission.Stored(
                Subjects.LOGS_EVENT,
                "event",
                DecisionEvent.expired(
                        envelope.requestId(),
                        now,
                        envelope.tenant(),
                        stage,
                        origin(message, envelope),
                        timings(message))));
    }

    private static Origin origin(VigilMessage message, Envelope envelope) {
        return switch (message) {
            case Submission submission -> submission.origin(envelope.storedAt());
            case Detected detected -> detected.request().origin();
            case Screened screened -> screened.request().origin();
            default -> Origin.UNKNOWN;
        };
    }

    private static List<StageTiming> timings(VigilMessage message) {
        return switch (message) {
            case Detected detected -> detected.timings();
            case Screened screened -> screened.timings();
            default -> List.of();
        };
    }
}
