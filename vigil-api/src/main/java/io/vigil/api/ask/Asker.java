package io.vigil.api.ask;

import io.nats.client.api.PublishAck;
import io.vigil.api.ask.DecisionInbox.Slot;
import io.vigil.message.GuardDecision;
import io.vigil.wire.Decoded;
import io.vigil.wire.Frame;
import io.vigil.wire.FrameWriter;
import io.vigil.wire.MessageCodec;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks the pipeline: opens a slot, publishes, waits. Blocks its (virtual) thread. Thread-safe. */
public final class Asker {

    private final SubmissionPublisher publisher;
    private final DecisionInbox inbox;
    private final AskLimits limits;
    private final AskMeters meters;
    private final InstantSource clock;
    private final MessageCodec codec;
    private final FrameWriter frames;
    private final Admission admission;
    private final Lane lane;

    /** Asks on the lane of callers who wait. */
    public Asker(
            SubmissionPublisher publisher,
            DecisionInbox inbox,
            AskLimits limits,
            Admission admission,
            AskMeters meters,
            InstantSource clock,
            MessageCodec codec) {
        this(publisher, inbox, limits, admission, meters, clock, codec, Lane.DIRECT);
    }

    /**
     * Asks on a lane.
     *
     * @param lane decides before whom a question waits
     */
    public Asker(
            SubmissionPublisher publisher,
            DecisionInbox inbox,
            AskLimits limits,
            Admission admission,
            AskMeters meters,
            InstantSource clock,
            MessageCodec codec,
            Lane lane) {
        this.publisher = publisher;
        this.inbox = inbox;
        this.limits = limits;
        this.admission = admission;
        this.meters = meters;
        this.clock = clock;
        this.codec = codec;
        this.lane = lane;
        this.frames = new FrameWriter(codec);
        meters.inFlight(inbox, DecisionInbox::size);
    }

    /**
     * Asks and waits, at most for the timeout of the limits.
     *
     * @throws InterruptedException when the service stops
     */
    public AskResult ask(Question question) throws InterruptedException {
        long start = System.nanoTime();
        AskResult result = admitted(question);
        meters.record(result, System.nanoTime() - start);
        return result;
    }

    private AskResult admitted(Question question) throws InterruptedException {
        if (!admission.enter(question.tenant())) {
            return new AskResult.Busy();
        }
        try {
            Refusal refusal = publisher.refusal();
            return refusal == null ? published(question) : new AskResult.NotAccepted(refusal);
        } finally {
            admission.leave(question.tenant());
        }
    }

    private AskResult published(Question question) throws InterruptedException {
        try (Slot slot = inbox.open()) {
            CompletableFuture<PublishAck> stored =
                    publisher.publish(frame(question, slot)).toCompletableFuture();
            var _ = stored.whenComplete((ack, failure) -> {
                if (failure != null) {
                    slot.complete(new Reply.Refused(Refusal.of(failure)));
                }
            });
            return read(question, await(slot, stored));
        }
    }

    private Frame frame(Question question, Slot slot) {
        return frames.submission(
                lane.subject(question.direction()),
                question.requestId(),
                question.submission(),
                question.tenant(),
                slot.subject(),
                clock.instant().plus(limits.timeout()),
                question.trace());
    }

    /** Two waits: an unconfirmed question is given up early, a confirmed one keeps the rest of the time. */
    private @Nullable Reply await(Slot slot, CompletableFuture<PublishAck> stored) throws InterruptedException {
        Reply reply = slot.await(limits.publishTimeout());
        if (reply != null) {
            return reply;
        }
        return stored.isDone()
                ? slot.await(limits.timeout().minus(limits.publishTimeout()))
                : new Reply.Refused(Refusal.UNCONFIRMED);
    }

    private AskResult read(Question question, @Nullable Reply reply) {
        return switch (reply) {
            case null -> new AskResult.TimedOut();
            case Reply.Refused(Refusal reason) -> new AskResult.NotAccepted(reason);
            case Reply.Decided(byte[] body) -> decoded(question, body);
        };
    }

    private AskResult decoded(Question question, byte[] body) {
        return switch (codec.decode(body, GuardDecision.class)) {
            case Decoded.Ok<GuardDecision>(GuardDecision decision)
            when question.requestId().equals(decision.requestId()) -> new AskResult.Answered(decision);
            case Decoded.Ok<GuardDecision> ignored -> new AskResult.Unreadable();
            case Decoded.Malformed<GuardDecision> ignored -> new AskResult.Unreadable();
        };
    }
}
