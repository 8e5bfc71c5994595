package io.vigil.worker;

import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.wire.Envelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Makes a stage out of a batch handler: messages wait until enough came together or the oldest waited long enough. Each
 * message's thread blocks until its batch is done, so the in-flight bound must exceed the batch size.
 *
 * @param <I> the message it takes
 */
public final class BatchCollector<I> implements StageHandler<I>, AutoCloseable {

    private final BatchHandler<I> handler;
    private final int maxSize;
    private final long intervalNanos;
    private final BlockingQueue<Waiting<I>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /**
     * Starts collecting.
     *
     * @param maxSize most messages in a batch, 1 or more
     * @param interval how long the first message of a batch waits at most
     */
    public BatchCollector(String name, BatchHandler<I> handler, int maxSize, Duration interval) {
        if (maxSize < 1 || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("batch size must be 1 or more and the interval longer than 0");
        }
        this.handler = handler;
        this.maxSize = maxSize;
        this.intervalNanos = interval.toNanos();
        this.thread = Thread.ofVirtual().name(name + "-batches").unstarted(this::collect);
    }

    /** Starts the thread that hands batches over. */
    public BatchCollector<I> start() {
        thread.start();
        return this;
    }

    @Override
    public Outcome handle(I message, Envelope envelope) throws Exception {
        var waiting = new Waiting<>(new Delivered<>(message, envelope), new CompletableFuture<>());
        queue.add(waiting);
        if (closed) {
            giveBack(queue);
        }
        return waiting.outcome().get();
    }

    private void collect() {
        try {
            while (!closed) {
                hand(next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        giveBack(queue);
    }

    private List<Waiting<I>> next() throws InterruptedException {
        var batch = new ArrayList<Waiting<I>>();
        batch.add(queue.take());
        long end = System.nanoTime() + intervalNanos;
        try {
            while (batch.size() < maxSize) {
                var waiting = queue.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (waiting == null) {
                    break;
                }
                batch.add(waiting);
                queue.drainTo(batch, maxSize - batch.size());
            }
        } catch (InterruptedException e) {
            giveBack(batch);
            throw e;
        }
        return batch;
    }

    private void hand(List<Waiting<I>> batch) throws InterruptedException {
        try {
            List<Outcome> outcomes =
                    handler.handle(batch.stream().map(Waiting::delivered).toList());
            if (outcomes.size() == batch.size()) {
                for (int i = 0; i < batch.size(); i++) {
                    batch.get(i).outcome().complete(outcomes.get(i));
                }
            } else {
                completeAll(batch, wrongNumber(outcomes.size(), batch.size()));
            }
        } catch (InterruptedException e) {
            giveBack(batch);
            throw e;
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            completeAll(batch, Failure.unexpected(e));
        }
    }

    /** Nobody can say which message got which outcome, and trying again would do the work again. */
    private static Failure wrongNumber(int outcomes, int messages) {
        return Failure.permanentFailure(
                "WrongNumberOfOutcomes", "the batch handler gave " + outcomes + " outcomes for " + messages);
    }

    private void giveBack(Iterable<Waiting<I>> batch) {
        completeAll(batch, Failure.transientFailure("Stopping", "the service stops"));
    }

    private void completeAll(Iterable<Waiting<I>> batch, Failure failure) {
        batch.forEach(waiting -> waiting.outcome().complete(Outcome.failed(failure)));
    }

    /** Interrupts the handler and gives waiting messages back for a later delivery. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        giveBack(queue);
    }

    private record Waiting<I>(Delivered<I> delivered, CompletableFuture<Outcome> outcome) {}
}
