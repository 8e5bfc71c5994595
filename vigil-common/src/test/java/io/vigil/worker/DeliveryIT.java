package io.vigil.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.delivery.Emission;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.delivery.RetrySchedule;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.Detected;
import io.vigil.message.DetectionReport;
import io.vigil.message.Direction;
import io.vigil.message.Submission;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.ConsumerSpec;
import io.vigil.topology.Consumers;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.Envelope;
import io.vigil.wire.HeaderNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The behaviours that every stage may rely on. */
class DeliveryIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private Kernel kernel;

    @BeforeEach
    void connect() throws Exception {
        kernel = new Kernel(NATS.url(), 1);
    }

    @AfterEach
    void close() throws Exception {
        kernel.close();
    }

    static Stage<Submission> stage(StageHandler<Submission> handler, Duration ackWait, Duration... delays) {
        var spec = new ConsumerSpec(
                "detection-worker",
                Streams.VIGIL,
                Consumers.DETECTION.filters(),
                Consumers.DETECTION.routable(),
                ackWait,
                new RetrySchedule(Arrays.asList(delays)));
        return new Stage<>("detection", spec, Submission.class, handler);
    }

    static Stage<Submission> stage(StageHandler<Submission> handler) {
        return stage(handler, Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofMillis(100));
    }

    static Outcome passOn(Submission submission, Envelope envelope) {
        var branches = Arrays.stream(BranchId.values())
                .<BranchReport>map(id -> new BranchReport.Skipped(id, "empty_stage"))
                .toList();
        return Outcome.produced(new Emission.Stored(
                Subjects.PII_DETECT,
                "pii",
                new Detected(
                        submission.toRequest(envelope.requestId(), Direction.INPUT, envelope.storedAt()),
                        new DetectionReport(branches),
                        List.of())));
    }

    @Test
    void runsMessageWithoutAnyHeaderThrough() throws Exception {
        kernel.run(stage(DeliveryIT::passOn), 8);

        // Its place in the stream is its name, so it comes first: later ones are shared with what the stage publishes.
        kernel.raw(Subjects.GUARD_INPUT, "{\"text\":\"hello\"}");
        kernel.raw(Subjects.GUARD_INPUT, "{\"request_id\":\"t1\",\"text\":\"hello\"}");

        Eventually.withinSeconds(10)
                .becomes(
                        "next messages",
                        2,
                        () -> kernel.stored(Streams.VIGIL, Subjects.PII_DETECT).size());
        assertThat(kernel.stored(Streams.VIGIL, Subjects.PII_DETECT))
                .extracting(headers -> headers.get(HeaderNames.MESSAGE_ID))
                .containsExactlyInAnyOrder("t1.pii", "VIGIL-1.pii");
    }

    @Test
    void carriesOnWhoWaitsAndUntilWhen() throws Exception {
        kernel.run(stage(DeliveryIT::passOn), 8);
        Instant deadline = Instant.parse("2099-01-01T00:00:00Z");

        kernel.submit("r1", "hello", deadline);

        Eventually.withinSeconds(10)
                .becomes(
                        "next message",
                        1,
                        () -> kernel.stored(Streams.VIGIL, Subjects.PII_DETECT).size());
        assertThat(kernel.stored(Streams.VIGIL, Subjects.PII_DETECT).getFirst())
                .containsEntry(HeaderNames.CORRELATION_ID, "r1")
                .containsEntry(HeaderNames.CAUSATION_ID, "r1.submission")
                .containsEntry(HeaderNames.EVENT_VERSION, "1")
                .containsEntry(HeaderNames.DEADLINE, deadline.toString());
    }

    @Test
    void triesAgainAfterTheScheduledDelayAndThenSucceeds() throws Exception {
        Queue<Instant> attempts = new ConcurrentLinkedQueue<>();
        kernel.run(
                stage(
                        (message, envelope) -> {
                            attempts.add(Instant.now());
                            return envelope.attempt() < 3
                                    ? Outcome.failed(Failure.transientFailure("Away", "not now"))
                                    : passOn(message, envelope);
                        },
                        Duration.ofSeconds(30),
                        Duration.ofMillis(300),
                        Duration.ofMillis(600)),
                8);

        kernel.submit("r1", "hello");

        Eventually.withinSeconds(10)
                .becomes(
                        "next messages",
                        1,
                        () -> kernel.stored(Streams.VIGIL, Subjects.PII_DETECT).size());
        var times = List.copyOf(attempts);
        assertThat(times).hasSize(3);
        assertThat(Duration.between(times.get(0), times.get(1))).isGreaterThanOrEqualTo(Duration.ofMillis(290));
        assertThat(Duration.between(times.get(1), times.get(2))).isGreaterThanOrEqualTo(Duration.ofMillis(590));
        assertThat(kernel.deadLetterCount()).isZero();
    }

    @Test
    void givesUpAfterTheLastAttemptAndTellsWhy() throws Exception {
        var attempts = new AtomicInteger();
        kernel.run(
                stage((message, envelope) -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("SECRET " + message.text());
                }),
                8);

        kernel.submit("r1", "planted-secret");

        Eventually.withinSeconds(10).becomes("dead letters", 1L, kernel::deadLetterCount);
        assertThat(attempts).hasValue(3);
        Eventually.withinSeconds(5).becomes("work queue", 0L, kernel::queued);
        var letter = kernel.deadLetters.list(1, 10).getFirst();
        assertThat(letter.reason()).isEqualTo("attempts_exhausted");
        assertThat(letter.originalSubject()).isEqualTo(Subjects.GUARD_INPUT);
        assertThat(letter.attempts()).isEqualTo(3);
        assertThat(letter.requestId()).isEqualTo("r1");
        assertThat(letter.consumer()).isEqualTo("detection-worker");
        assertThat(letter.headers().values()).noneMatch(value -> value.contains("SECRET") || value.contains("planted"));
        assertThat(letter.headers()).containsEntry(HeaderNames.DLQ_ERROR_CLASS, "IllegalStateException");
    }

    @Test
    void sendsRejectedMessagesToTheDeadLettersAtOnce() throws Exception {
        var attempts = new AtomicInteger();
        kernel.run(
                stage((message, envelope) -> {
                    attempts.incrementAndGet();
                    return Outcome.failed(Failure.permanentFailure("Never", "cannot work on this"));
                }),
                8);

        kernel.submit("r1", "hello");

        Eventually.withinSeconds(10).becomes("dead letters", 1L, kernel::deadLetterCount);
        assertThat(attempts).hasValue(1);
        assertThat(kernel.deadLetters.list(1, 10).getFirst().reason()).isEqualTo("rejected");
    }

    @Test
    void goesOnAfterPoison() throws Exception {
        kernel.run(stage(DeliveryIT::passOn), 8);

        for (int i = 0; i < 5; i++) {
            kernel.raw(Subjects.GUARD_INPUT, "no json " + i);
            kernel.raw(Subjects.GUARD_INPUT, "{\"text\":" + i + "}");
        }
        kernel.submit("good", "hello");

        Eventually.withinSeconds(10).becomes("dead letters", 10L, kernel::deadLetterCount);
        Eventually.withinSeconds(10)
                .becomes(
                        "next messages",
                        1,
                        () -> kernel.stored(Streams.VIGIL, Subjects.PII_DETECT).size());
        assertThat(kernel.deadLetters.list(1, 20))
                .extracting(letter -> letter.reason())
                .containsOnly("malformed");
        Eventually.withinSeconds(5).becomes("work queue", 1L, kernel::queued);
    }

    @Test
    void refusesUnknownVersionsAndSubjectsOnTheFirstDelivery() throws Exception {
        kernel.run(stage(DeliveryIT::passOn), 8);

        kernel.raw("vigil.guard.unknown", "{\"text\":\"hello\"}");
        kernel.raw("vigil.guard.input.deeper", "{\"text\":\"hello\"}");
        var headers = new io.nats.client.impl.Headers();
        headers.put(HeaderNames.EVENT_VERSION, "99");
        kernel.connection.jetStream().publish(Subjects.GUARD_INPUT, headers, "{\"text\":\"hello\"}".getBytes(UTF_8));

        Eventually.withinSeconds(10).becomes("dead letters", 3L, kernel::deadLetterCount);
        Eventually.withinSeconds(5).becomes("work queue", 0L, kernel::queued);
        assertThat(kernel.deadLetters.list(1, 10))
                .extracting(letter -> letter.reason(), letter -> letter.attempts())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("unroutable", 1),
                        org.assertj.core.groups.Tuple.tuple("unroutable", 1),
                        org.assertj.core.groups.Tuple.tuple("unknown_version", 1));
    }

    @Test
    void doesNotWorkForNobody() throws Exception {
        var handled = new AtomicInteger();
        kernel.run(
                stage((message, envelope) -> {
                    handled.incrementAndGet();
                    return passOn(message, envelope);
                }),
                8);

        kernel.submit("late", "hello", Instant.now().minusSeconds(1));

        Eventually.withinSeconds(10)
                .becomes(
                        "events",
                        1,
                        () -> kernel.stored(Streams.VIGIL, Subjects.LOGS_EVENT).size());
        assertThat(handled).hasValue(0);
        assertThat(kernel.stored(Streams.VIGIL, Subjects.LOGS_EVENT).getFirst())
                .containsEntry(HeaderNames.MESSAGE_ID, "late.event");
    }

    @Test
    void repeatsTheWorkButNotTheEffectWhenTheAckIsLost() throws Exception {
        var attempts = new AtomicInteger();
        kernel.run(
                stage((message, envelope) -> {
                    var outcome = passOn(message, envelope);
                    if (attempts.incrementAndGet() == 1) {
                        // The effect is stored, then the worker fails before it can acknowledge.
                        var stored = (Emission.Stored)
                                ((Outcome.Produced) outcome).emissions().getFirst();
                        kernel.publisher.publish(kernel.context.writer().next(stored, envelope));
                        throw new IllegalStateException("dies between publish and ack");
                    }
                    return outcome;
                }),
                8);

        kernel.submit("once", "hello");

        Eventually.withinSeconds(10).becomes("attempts", 2, attempts::get);
        Eventually.withinSeconds(5).becomes("work queue", 1L, kernel::queued);
        assertThat(kernel.stored(Streams.VIGIL, Subjects.PII_DETECT)).hasSize(1);
    }
}
