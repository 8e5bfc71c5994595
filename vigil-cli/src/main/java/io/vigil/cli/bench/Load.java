package io.vigil.cli.bench;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Puts load on something that answers prompts.
 *
 * <p>Open loop: request i starts at i/rate seconds, whether or not earlier ones were answered, and its latency counts from that
 * moment, not from the one at which it could really be sent. A stall of the server is thus seen by every request that it
 * kept waiting, which a closed loop hides ("coordinated omission", G. Tene, How NOT to Measure Latency, 2013).
 */
final class Load {

    private static final Duration REST = Duration.ofSeconds(60);

    private final Supplier<Prompt> prompts;
    private final Exchange exchange;

    Load(Supplier<Prompt> prompts, Exchange exchange) {
        this.prompts = prompts;
        this.exchange = exchange;
    }

    /** Runs until the duration is over and every request has ended. */
    Tally run(LoadPlan plan, Duration duration) throws InterruptedException {
        Tally tally = new Tally();
        if (plan.isOpenLoop()) {
            open(plan, duration, tally);
        } else {
            closed(plan, duration, tally);
        }
        return tally;
    }

    private void open(LoadPlan plan, Duration duration, Tally tally) throws InterruptedException {
        long total = Math.max(1, duration.toMillis() * plan.rate() / 1_000);
        Semaphore free = new Semaphore(plan.concurrency());
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < total; i++) {
                long intended = start + i * 1_000_000_000L / plan.rate();
                awaitTime(intended);
                if (!free.tryAcquire()) {
                    tally.add(new Verdict.Failed("not sent: too many outstanding"), 0);
                    continue;
                }
                Prompt prompt = prompts.get();
                threads.execute(() -> {
                    try {
                        tally.add(exchange.send(prompt), System.nanoTime() - intended);
                    } finally {
                        free.release();
                    }
                });
            }
            threads.shutdown();
            if (!threads.awaitTermination(REST.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("requests are still open a minute after the last was sent");
            }
        }
    }

    // Without cores to spare the driver never spins.
    private static void awaitTime(long intended) {
        for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void closed(LoadPlan plan, Duration duration, Tally tally) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        CountDownLatch done = new CountDownLatch(plan.concurrency());
        for (int i = 0; i < plan.concurrency(); i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    while (System.nanoTime() < end) {
                        long before = System.nanoTime();
                        tally.add(exchange.send(prompts.get()), System.nanoTime() - before);
                    }
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
    }

    /** Sends one prompt and waits for its end. */
    interface Exchange {
        Verdict send(Prompt prompt);
    }
}
