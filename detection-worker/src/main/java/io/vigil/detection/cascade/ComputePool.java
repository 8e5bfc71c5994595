package io.vigil.detection.cascade;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Platform threads for work that computes, as many as may run at once. Work is handed over only when a thread is free,
 * so its time limit starts with the work and not with a place in a queue. Closing it stops the threads.
 */
public final class ComputePool implements AutoCloseable {
    private final Semaphore free;
    private final ExecutorService threads;

    /**
     * A pool of this size.
     *
     * @param size how many tasks run at the same time, 1 or more; the number of processor cores is a good choice
     */
    public ComputePool(int size) {
        this.free = new Semaphore(size, true);
        this.threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().daemon().name("detection-compute-", 1).factory());
    }

    /**
     * Starts the task as soon as a thread is free.
     *
     * @param patience how long to wait for a thread
     * @return the running task, or empty when no thread came free in time
     */
    Optional<Future<?>> start(Runnable task, Duration patience) throws InterruptedException {
        if (!free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return Optional.empty();
        }
        var future = new FutureTask<>(task, Boolean.TRUE);
        threads.execute(() -> {
            try {
                future.run();
            } finally {
                // Only here: a cancelled task keeps its thread until it returns.
                free.release();
            }
        });
        return Optional.of(future);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
