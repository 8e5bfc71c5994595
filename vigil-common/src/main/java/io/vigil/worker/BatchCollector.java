package io.vigil.worker;

import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.wire.Envelope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Makes a stage out of a batch handler: messages wait until enough came together or the oldest waited long enough. Each
 * message's thread blocks until its batch is done, so the in-flight bound must exceed the largest batch.
 *
 * @param <I> the message it takes
 */
public final class BatchCollector<I> implements StageHandler<I>, AutoCloseable {

    private final BatchHandler<I> handler;
    private final BatchLimits limits;
    private final BlockingQueue<Waiting<I>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private long earliest = System.nanoTime();

    /** A collector that does not collect yet. */
    public BatchCollector(String name, BatchHandler<I> handler, BatchLimits limits) {
        this.handler = handler;
        this.limits = limits;
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
        long end = System.nanoTime() + limits.interval().toNanos();
        try {
            while (batch.size() < limits.largest()) {
                var waiting = queue.poll(patience(batch.size(), end), TimeUnit.NANOSECONDS);
                if (waiting == null) {
                    break;
                }
                batch.add(waiting);
                queue.drainTo(batch, limits.largest() - batch.size());
            }
        } catch (InterruptedException e) {
            giveBack(batch);
            throw e;
        }
        earliest = System.nanoTime() + limits.pause().toNanos();
        return batch;
    }

    /** How long to wait for one more, in nanoseconds; what is already there is taken in any case. */
    private long patience(int size, long end) {
        long now = System.nanoTime();
        return size < limits.size() ? end - now : Math.min(end - now, earliest - now);
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
