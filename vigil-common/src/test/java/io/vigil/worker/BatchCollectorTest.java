package io.vigil.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.wire.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchCollectorTest {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Envelope ENVELOPE =
            new Envelope("r", "r.event", "vigil.logs.event", 1, Instant.EPOCH, 1, "", null, null, Map.of());

    private final BlockingQueue<List<String>> batches = new LinkedBlockingQueue<>();
    private final List<BatchCollector<String>> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(BatchCollector::close);
    }

    @Test
    void handsOverAFullBatchWithoutWaitingForTheInterval() throws Exception {
        var collector = collector(this::record, 3, NEVER);
        var outcomes = List.of(send(collector, "a"), send(collector, "b"), send(collector, "c"));
        assertThat(batches.poll(10, TimeUnit.SECONDS)).containsExactlyInAnyOrder("a", "b", "c");
        for (var outcome : outcomes) {
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
        }
    }

    @Test
    void handsOverWhatIsThereWhenTheIntervalEnds() throws Exception {
        var collector = collector(this::record, 1_000, SOON);
        assertThat(send(collector, "a").get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
        assertThat(batches.poll()).containsExactly("a");
    }

    @Test
    void neverHandsOverMoreThanTheSize() throws Exception {
        var collector = collector(this::record, 4, SOON);
        var outcomes = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < 103; i++) {
            outcomes.add(send(collector, "m" + i));
        }
        for (var outcome : outcomes) {
            assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
        }
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeBetween(1, 4));
        assertThat(batches.stream().mapToInt(List::size).sum()).isEqualTo(103);
    }

    @Test
    void letsBatchesGrowWhileTheLastOneIsRecent() throws Exception {
        var limits = new BatchLimits(2, 5, NEVER, NEVER);
        var collector = started(new BatchCollector<>("test", this::record, limits));
        var _ = send(collector, "a");
        var _ = send(collector, "b");
        assertThat(batches.poll(10, TimeUnit.SECONDS)).hasSize(2);
        for (int i = 0; i < 5; i++) {
            var _ = send(collector, "m" + i);
        }
        assertThat(batches.poll(10, TimeUnit.SECONDS)).hasSize(5);
    }

    @Test
    void handsOverAFullBatchWhenThePauseEnds() throws Exception {
        var limits = new BatchLimits(2, 1_000, NEVER, SOON);
        var collector = started(new BatchCollector<>("test", this::record, limits));
        for (int i = 0; i < 10; i++) {
            var outcomes = List.of(send(collector, "a"), send(collector, "b"));
            for (var outcome : outcomes) {
                assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
            }
        }
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSize(2));
    }

    @Test
    void doesNotWaitForThePauseLongerThanForTheInterval() throws Exception {
        var limits = new BatchLimits(1, 1_000, SOON, NEVER);
        var collector = started(new BatchCollector<>("test", this::record, limits));
        for (int i = 0; i < 3; i++) {
            assertThat(send(collector, "a").get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
        }
    }

    @Test
    void givesEachMessageItsOwnOutcome() throws Exception {
        var bad = Outcome.failed(Failure.permanentFailure("Bad", "bad"));
        var collector = collector(
                batch -> batch.stream()
                        .map(each -> each.message().equals("bad") ? bad : Outcome.done())
                        .toList(),
                2,
                NEVER);
        var first = send(collector, "good");
        var second = send(collector, "bad");
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(bad);
    }

    @Test
    void turnsAnExceptionIntoARetryOfTheWholeBatchAndGoesOn() throws Exception {
        assertFailsThenGoesOn(new IllegalStateException("the secret text"), "IllegalStateException");
    }

    @Test
    void survivesErrorsOfALibrary() throws Exception {
        assertFailsThenGoesOn(new NoClassDefFoundError("x"), "NoClassDefFoundError");
        assertFailsThenGoesOn(new StackOverflowError(), "StackOverflowError");
    }

    @Test
    void refusesAnAnswerOfTheWrongLength() throws Exception {
        for (int surplus : new int[] {-1, 1}) {
            var collector = collector(batch -> Collections.nCopies(batch.size() + surplus, Outcome.done()), 2, NEVER);
            var outcomes = List.of(send(collector, "a"), send(collector, "b"));
            for (var outcome : outcomes) {
                assertThat(outcome.get(10, TimeUnit.SECONDS))
                        .isEqualTo(Outcome.failed(Failure.permanentFailure(
                                "WrongNumberOfOutcomes",
                                "the batch handler gave " + (2 + surplus) + " outcomes for 2")));
            }
        }
    }

    @Test
    void givesWaitingMessagesBackWhenItStops() throws Exception {
        var collector = collector(this::record, 1_000, NEVER);
        var waiting = send(collector, "a");
        collector.close();
        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(stopping());
        assertThat(collector.handle("late", ENVELOPE)).isEqualTo(stopping());
        assertThat(batches).isEmpty();
    }

    @Test
    void interruptsAHandlerThatIsStillWorking() throws Exception {
        var working = new CountDownLatch(1);
        var collector = collector(
                batch -> {
                    working.countDown();
                    new CountDownLatch(1).await();
                    return List.of();
                },
                1,
                NEVER);
        var outcome = send(collector, "a");
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        collector.close();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo(stopping());
    }

    @Test
    void handsNothingMoreOverAfterAStop() throws Exception {
        var working = new CountDownLatch(1);
        var calls = new AtomicInteger();
        var collector = collector(
                batch -> {
                    calls.incrementAndGet();
                    working.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        // A handler that finishes its batch in spite of the interrupt.
                    }
                    return Collections.nCopies(batch.size(), Outcome.done());
                },
                1,
                NEVER);
        var first = send(collector, "a");
        assertThat(working.await(10, TimeUnit.SECONDS)).isTrue();
        var second = send(collector, "b");
        collector.close();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(stopping());
        assertThat(calls).hasValue(1);
    }

    @Test
    void refusesBatchesWithoutSizeOrInterval() {
        assertThatIllegalArgumentException().isThrownBy(() -> BatchLimits.of(0, SOON));
        assertThatIllegalArgumentException().isThrownBy(() -> BatchLimits.of(1, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> BatchLimits.of(1, Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchLimits(2, 1, SOON, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchLimits(1, 1, SOON, Duration.ofMillis(-1)));
    }

    private void assertFailsThenGoesOn(Throwable error, String errorClass) throws Exception {
        var collector = collector(
                batch -> {
                    if (batch.getFirst().message().equals("bad")) {
                        throw sneaky(error);
                    }
                    return record(batch);
                },
                1,
                NEVER);
        assertThat(send(collector, "bad").get(10, TimeUnit.SECONDS))
                .isEqualTo(Outcome.failed(Failure.transientFailure(errorClass, "unexpected error in stage")));
        assertThat(send(collector, "good").get(10, TimeUnit.SECONDS)).isEqualTo(Outcome.done());
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable error) throws E {
        throw (E) error;
    }

    private static Outcome stopping() {
        return Outcome.failed(Failure.transientFailure("Stopping", "the service stops"));
    }

    private List<Outcome> record(List<Delivered<String>> batch) {
        batches.add(batch.stream().map(Delivered::message).toList());
        return Collections.nCopies(batch.size(), Outcome.done());
    }

    private BatchCollector<String> collector(BatchHandler<String> handler, int size, Duration interval) {
        return started(new BatchCollector<>("test", handler, BatchLimits.of(size, interval)));
    }

    private BatchCollector<String> started(BatchCollector<String> collector) {
        started.add(collector.start());
        return collector;
    }

    private static CompletableFuture<Outcome> send(BatchCollector<String> collector, String message) {
        var outcome = new CompletableFuture<Outcome>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(collector.handle(message, ENVELOPE));
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome;
    }
}
