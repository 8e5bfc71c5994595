package io.vigil.api.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.MessageConsumer;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.vigil.connection.NatsFrames;
import io.vigil.connection.StreamPublisher;
import io.vigil.message.Decision;
import io.vigil.message.GuardDecision;
import io.vigil.message.Submission;
import io.vigil.result.ResultPublisher;
import io.vigil.topology.ConsumerSpec;
import io.vigil.topology.Consumers;
import io.vigil.wire.FrameReader;
import io.vigil.wire.MessageCodec;
import io.vigil.wire.Received;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes submissions from the real work queue and answers them, in place of four workers. */
public final class PlayedPipeline implements AutoCloseable {

    private static final MessageCodec CODEC = new MessageCodec();

    private final Connection connection;
    private final Function<Submission, GuardDecision> decide;
    private final FrameReader<Submission> frames;
    private final ResultPublisher results;
    private final Queue<Message> seen = new ConcurrentLinkedQueue<>();
    private final MessageConsumer consumer;

    /** Starts to answer those who wait. */
    public PlayedPipeline(Connection connection, Function<Submission, GuardDecision> decide)
            throws IOException, JetStreamApiException {
        this(connection, Consumers.DETECTION, decide);
    }

    private PlayedPipeline(Connection connection, ConsumerSpec spec, Function<Submission, GuardDecision> decide)
            throws IOException, JetStreamApiException {
        this.connection = connection;
        this.decide = decide;
        this.frames = new FrameReader<>(CODEC, Submission.class, spec.routable());
        this.results = new ResultPublisher(
                new StreamPublisher(
                        connection, Duration.ofSeconds(2), Duration.ofSeconds(5), new SimpleMeterRegistry()),
                CODEC,
                InstantSource.system());
        connection
                .jetStreamManagement()
                .addOrUpdateConsumer(
                        spec.stream(),
                        ConsumerConfiguration.builder()
                                .durable(spec.name())
                                .filterSubjects(spec.filters())
                                .ackPolicy(AckPolicy.Explicit)
                                .maxAckPending(2000)
                                .build());
        this.consumer = connection
                .getStreamContext(spec.stream())
                .getConsumerContext(spec.name())
                .consume(this::answer);
    }

    /** Starts to answer bulk requests and those who do not wait. */
    public static PlayedPipeline queued(Connection connection, Function<Submission, GuardDecision> decide)
            throws IOException, JetStreamApiException {
        return new PlayedPipeline(connection, Consumers.DETECTION_ASYNC, decide);
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
        if (frames.read(NatsFrames.toFrame(message), NatsFrames.arrivalOf(message))
                instanceof Received.Accepted<Submission>(var submission, var envelope)) {
            GuardDecision decision = decide.apply(submission);
            var _ = results.kept(decision, envelope);
            if (envelope.replyTo() != null) {
                connection.publish(envelope.replyTo(), CODEC.encode(decision));
            }
        }
        message.ack();
    }

    @Override
    public void close() throws Exception {
        // Not stop(): that takes messages, away from the next pipeline, until its last pull ends.
        consumer.close();
    }
}
