package io.vigil.api.testing;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.vigil.message.Decision;
import io.vigil.message.GuardDecision;
import io.vigil.message.Submission;
import io.vigil.topology.Streams;
import io.vigil.wire.Decoded;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.MessageCodec;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes submissions from the real work queue and answers them, in place of four workers. */
public final class PlayedPipeline implements AutoCloseable {

    private static final MessageCodec CODEC = new MessageCodec();

    private final Connection connection;
    private final Function<Submission, GuardDecision> decide;
    private final Queue<Message> seen = new ConcurrentLinkedQueue<>();
    private final MessageConsumer consumer;

    /** Starts to answer. */
    public PlayedPipeline(Connection connection, Function<Submission, GuardDecision> decide)
            throws IOException, JetStreamApiException {
        this.connection = connection;
        this.decide = decide;
        connection
                .jetStreamManagement()
                .addOrUpdateConsumer(
                        Streams.VIGIL,
                        ConsumerConfiguration.builder()
                                .durable("detection-worker")
                                .filterSubject("vigil.guard.*")
                                .ackPolicy(AckPolicy.Explicit)
                                .maxAckPending(2000)
                                .build());
        this.consumer = connection
                .getStreamContext(Streams.VIGIL)
                .getConsumerContext("detection-worker")
                .consume(this::answer);
    }

    /** ALLOW for everything; the text comes back as a category, so that answers can be told apart. */
    public static GuardDecision allow(Submission submission) {
        return decision(submission, Decision.ALLOW, 3, null, null);
    }

    public static GuardDecision decision(
            Submission submission,
            Decision decision,
            int score,
            @Nullable String sanitized,
            @Nullable String blockMessage) {
        return new GuardDecision(
                String.valueOf(submission.requestId()),
                decision,
                score,
                0.9,
                List.of(submission.text()),
                sanitized != null,
                sanitized == null ? List.of() : List.of("PL_PESEL"),
                sanitized,
                blockMessage,
                List.of("suspicious"),
                List.of("llm_guard"),
                null);
    }

    /** Messages taken so far. */
    public List<Message> seen() {
        return List.copyOf(seen);
    }

    private void answer(Message message) {
        seen.add(message);
        if (CODEC.decode(message.getData(), Submission.class) instanceof Decoded.Ok<Submission>(var submission)) {
            connection.publish(
                    Objects.requireNonNull(message.getHeaders().getFirst(HeaderNames.REPLY_TO)),
                    CODEC.encode(decide.apply(submission)));
        }
        message.ack();
    }

    @Override
    public void close() {
        consumer.stop();
    }
}
