package io.vigil.api.ask;

import io.nats.client.api.PublishAck;
import io.vigil.wire.FrameWriter;
import io.vigil.wire.MessageCodec;
import io.vigil.wire.ResultRoute;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Hands submissions over and waits until they are stored, not until they are decided. Blocks. Thread-safe. */
public final class Submitter {

    private final SubmissionPublisher publisher;
    private final Duration patience;
    private final FrameWriter frames;

    /**
     * A submitter on the queued lane.
     *
     * @param patience longest wait for the confirmation
     */
    public Submitter(SubmissionPublisher publisher, Duration patience, MessageCodec codec) {
        this.publisher = publisher;
        this.patience = patience;
        this.frames = new FrameWriter(codec);
    }

    /**
     * Hands a question over.
     *
     * @param result where its answer goes
     * @throws InterruptedException when the service stops
     */
    public Submitted submit(Question question, ResultRoute result) throws InterruptedException {
        Refusal refusal = publisher.refusal();
        if (refusal != null) {
            return new Submitted.NotStored(refusal);
        }
        var frame = frames.submission(
                Lane.QUEUED.subject(question.direction()),
                question.requestId(),
                question.submission(),
                question.tenant(),
                result,
                question.trace());
        try {
            PublishAck ack =
                    publisher.publish(frame).toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
            return new Submitted.Stored(ack.getSeqno());
        } catch (TimeoutException e) {
            return new Submitted.NotStored(Refusal.UNCONFIRMED);
        } catch (ExecutionException e) {
            return new Submitted.NotStored(Refusal.of(e));
        }
    }
}
