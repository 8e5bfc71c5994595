package io.vigil.api.ask;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.nats.client.Connection;
import io.nats.client.JetStream;
import io.nats.client.Message;
import io.nats.client.api.PublishAck;
import io.vigil.connection.NatsFrames;
import io.vigil.wire.Frame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Publishes into the stream without blocking. A publish that may pass soon is tried again for as long as a confirmation
 * may take, so that an orderly change of leader is not seen by clients. Thread-safe.
 */
public final class SubmissionPublisher implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Connection connection;
    private final JetStream stream;
    private final QueueRoom room;
    private final Retry retry;
    private final ScheduledExecutorService pauses = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("vigil-publish-retry").factory());

    /**
     * A publisher on the connection of the process.
     *
     * @param room whether the work queue has room for requests
     * @param patience how long to try; a message id keeps several tries to one effect
     */
    public SubmissionPublisher(Connection connection, QueueRoom room, Duration patience) throws IOException {
        this.connection = connection;
        this.room = room;
        this.stream = connection.jetStream();
        this.retry = Retry.of(
                "submission",
                RetryConfig.custom()
                        .maxAttempts((int) Math.max(1, patience.dividedBy(PAUSE)))
                        .intervalFunction(IntervalFunction.of(PAUSE))
                        .retryOnException(failure -> Refusal.of(failure).passesSoon())
                        .build());
    }

    /** Why a submission need not be tried now, or null. */
    @Nullable Refusal refusal() {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return Refusal.DISCONNECTED;
        }
        return room.spent() ? Refusal.STREAM_FULL : null;
    }

    /** Completes with the confirmation, or with a failure that {@link Refusal#of} understands. Never throws. */
    CompletionStage<PublishAck> publish(Frame frame) {
        Message message = NatsFrames.toMessage(frame);
        return retry.executeCompletionStage(pauses, () -> attempt(message));
    }

    private CompletionStage<PublishAck> attempt(Message message) {
        try {
            return stream.publishAsync(message);
        } catch (IllegalArgumentException | IllegalStateException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void close() {
        pauses.shutdownNow();
    }
}
