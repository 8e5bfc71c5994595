package io.vigil.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.FetchConsumeOptions;
import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What becomes of messages that nobody can finish, and how they get another chance. */
class DeadLetterIT {

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

    @Test
    void movesMessagesOfLostWorkersOutOfTheWorkQueue() throws Exception {
        var spec =
                DeliveryIT.stage((message, envelope) -> Outcome.done(), Duration.ofSeconds(1), Duration.ofMillis(100));
        kernel.provisioner.provision(spec.consumer(), 8);
        kernel.sweep();
        kernel.submit("lost", "hello");

        // Takes every delivery and never answers, as a worker does that is killed in the middle of its work.
        takeWithoutAnswer(2);
        // The server says so when the next worker asks for work.
        kernel.run(spec, 8);

        Eventually.withinSeconds(15).becomes("dead letters", 1L, kernel::deadLetterCount);
        Eventually.withinSeconds(5).becomes("work queue", 0L, kernel::queued);
        var letter = kernel.deadLetters.list(1, 10).getFirst();
        assertThat(letter.reason()).isEqualTo("max_deliveries");
        assertThat(letter.requestId()).isEqualTo("lost");
        assertThat(letter.attempts()).isEqualTo(2);
        Eventually.withinSeconds(5)
                .becomes(
                        "advisories",
                        0L,
                        () -> kernel.management()
                                .getStreamInfo(Streams.ADVISORIES)
                                .getStreamState()
                                .getMsgCount());
    }

    @Test
    void sweepsMessagesThatWereTerminatedByHand() throws Exception {
        var spec = DeliveryIT.stage((message, envelope) -> Outcome.done());
        kernel.provisioner.provision(spec.consumer(), 8);
        kernel.sweep();
        kernel.submit("ended", "hello");
        try (var pull = kernel.connection
                .getStreamContext(Streams.VIGIL)
                .getConsumerContext("detection-worker")
                .fetch(FetchConsumeOptions.builder()
                        .maxMessages(1)
                        .expiresIn(5_000)
                        .build())) {
            pull.nextMessage().term();
        }

        // The server removes a terminated message by itself: the advisory must not stay behind either.
        Eventually.withinSeconds(10).becomes("work queue", 0L, kernel::queued);
        Eventually.withinSeconds(10)
                .becomes(
                        "advisories",
                        0L,
                        () -> kernel.management()
                                .getStreamInfo(Streams.ADVISORIES)
                                .getStreamState()
                                .getMsgCount());
    }

    @Test
    void redriveInsideTheDuplicateWindowArrivesOnce() throws Exception {
        var broken = new AtomicBoolean(true);
        var succeeded = new AtomicInteger();
        kernel.run(
                DeliveryIT.stage((message, envelope) -> {
                    if (broken.get()) {
                        return Outcome.failed(Failure.permanentFailure("Broken", "not yet"));
                    }
                    succeeded.incrementAndGet();
                    return DeliveryIT.passOn(message, envelope);
                }),
                8);
        kernel.submit("again", "hello");
        Eventually.withinSeconds(10).becomes("dead letters", 1L, kernel::deadLetterCount);
        broken.set(false);
        var letter = kernel.deadLetters.list(1, 10).getFirst();

        var first = kernel.deadLetters.redrive(letter);
        var second = kernel.deadLetters.redrive(letter);

        assertThat(first.duplicate()).isFalse();
        assertThat(second.duplicate()).isTrue();
        assertThat(first.subject()).isEqualTo(Subjects.GUARD_INPUT);
        Eventually.withinSeconds(10).becomes("successes", 1, succeeded::get);
        Eventually.withinSeconds(5)
                .becomes(
                        "next messages",
                        1,
                        () -> kernel.stored(Streams.VIGIL, Subjects.PII_DETECT).size());
        assertThat(kernel.deadLetterCount()).isZero();
        assertThat(kernel.deadLetters.find(letter.sequence())).isEmpty();
    }

    @Test
    void countsHowOftenAMessageWasSentBack() throws Exception {
        kernel.run(
                DeliveryIT.stage((message, envelope) -> Outcome.failed(Failure.permanentFailure("Broken", "still"))),
                8);
        kernel.submit("again", "hello");
        Eventually.withinSeconds(10).becomes("dead letters", 1L, kernel::deadLetterCount);

        kernel.deadLetters.redrive(kernel.deadLetters.list(1, 10).getFirst());
        Eventually.withinSeconds(10)
                .becomes(
                        "redrives",
                        List.of("1"),
                        () -> kernel.stored(Streams.DLQ, Subjects.DLQ_ALL).stream()
                                .map(headers -> headers.get(HeaderNames.DLQ_REDRIVES))
                                .toList());

        kernel.deadLetters.redrive(kernel.deadLetters.list(1, 10).getFirst());
        Eventually.withinSeconds(10)
                .becomes(
                        "redrives",
                        List.of("2"),
                        () -> kernel.stored(Streams.DLQ, Subjects.DLQ_ALL).stream()
                                .map(headers -> headers.get(HeaderNames.DLQ_REDRIVES))
                                .toList());
    }

    @Test
    void listsInOrderFromAPlace() throws Exception {
        kernel.run(DeliveryIT.stage((message, envelope) -> Outcome.done()), 8);
        for (int i = 0; i < 5; i++) {
            kernel.raw(Subjects.GUARD_INPUT, "no json");
        }
        Eventually.withinSeconds(10).becomes("dead letters", 5L, kernel::deadLetterCount);

        assertThat(kernel.deadLetters.size()).isEqualTo(5);
        assertThat(kernel.deadLetters.list(1, 2))
                .extracting(letter -> letter.sequence())
                .containsExactly(1L, 2L);
        assertThat(kernel.deadLetters.list(4, 10))
                .extracting(letter -> letter.sequence())
                .containsExactly(4L, 5L);
        assertThat(kernel.deadLetters.find(99)).isEmpty();
    }

    private void takeWithoutAnswer(int deliveries) throws Exception {
        var consumer = kernel.connection.getStreamContext(Streams.VIGIL).getConsumerContext("detection-worker");
        for (int taken = 0; taken < deliveries; ) {
            try (var pull = consumer.fetch(FetchConsumeOptions.builder()
                    .maxMessages(1)
                    .expiresIn(5_000)
                    .build())) {
                if (pull.nextMessage() != null) {
                    taken++;
                }
            }
        }
    }
}
