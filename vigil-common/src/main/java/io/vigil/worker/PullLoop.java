package io.vigil.worker;

import io.github.resilience4j.core.IntervalFunction;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.vigil.worker.PullSubscription.Pulled;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pulls messages for as long as it runs, never more than may be in flight, and starts a virtual thread for each.
 *
 * <p>Pulls are short: one that the server forgot, because its leader died, costs seconds and not half a minute. A
 * permit is taken before a message is asked for, so nothing waits in the client past its ack wait.
 */
final class PullLoop {

    private static final Logger log = LoggerFactory.getLogger(PullLoop.class);
    private static final IntervalFunction PAUSES =
            IntervalFunction.ofExponentialBackoff(Duration.ofMillis(50), 2, Duration.ofMillis(500));

    /** A busy worker rather waits a moment for several permits than to pull one by one. */
    private static final long CHUNK_PATIENCE_MILLIS = 25;

    private final String name;
    private final Connection connection;
    private final String stream;
    private final int maxInFlight;
    private final Duration expiry;
    private final Consumer<Message> work;
    private final Semaphore permits;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean pulling;
    private @Nullable PullSubscription subscription;

    PullLoop(String name, Connection connection, String stream, WorkerProperties settings, Consumer<Message> work) {
        this.name = name;
        this.connection = connection;
        this.stream = stream;
        this.maxInFlight = settings.maxInFlight();
        this.expiry = settings.pullExpiry();
        this.work = work;
        this.permits = new Semaphore(maxInFlight);
        this.thread = Thread.ofPlatform().name(name + "-pull").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether the last pull reached the consumer. */
    boolean isPulling() {
        return pulling;
    }

    /** Messages being worked on. */
    int inFlight() {
        return maxInFlight - permits.availablePermits();
    }

    /** Asks the loop to end. Messages of the open pull are still worked on. */
    void stop() {
        stopped.countDown();
    }

    /**
     * Waits until nothing is pulled or in flight any more.
     *
     * @return whether that happened in time
     */
    boolean awaitDrained(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        thread.join(timeout);
        boolean drained = !thread.isAlive()
                && permits.tryAcquire(maxInFlight, Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        if (drained) {
            permits.release(maxInFlight);
        }
        return drained;
    }

    private void run() {
        int failures = 0;
        try {
            while (stopped.getCount() > 0) {
                failures = pullOnce() ? 0 : failures + 1;
                if (failures > 0) {
                    stopped.await(PAUSES.apply(Math.min(failures, 10)), TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (subscription != null) {
                subscription.close();
            }
        }
    }

    private boolean pullOnce() throws InterruptedException {
        int left = takePermits();
        try {
            PullSubscription open = reach();
            open.pull(left);
            while (left > 0) {
                switch (open.next()) {
                    case Pulled.Delivered(Message message) -> {
                        left--;
                        start(message);
                    }
                    case Pulled.Expired ignored -> {
                        return true;
                    }
                    case Pulled.Failed(String reason) -> {
                        lost(reason);
                        return false;
                    }
                }
            }
            return true;
        } catch (JetStreamApiException | IOException | IllegalStateException e) {
            lost(e.getMessage());
            return false;
        } finally {
            permits.release(left);
        }
    }

    /** One permit at least; more where a quarter of the bound is free, so that a busy worker does not pull one by one. */
    private int takePermits() throws InterruptedException {
        int chunk = Math.max(1, maxInFlight / 4);
        int taken = chunk;
        if (!permits.tryAcquire(chunk, CHUNK_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
            permits.acquire();
            taken = 1;
        }
        return taken + permits.drainPermits();
    }

    /** Asks for the consumer first, so that no pulls pile up in the client for a server that is away. */
    private PullSubscription reach() throws IOException, JetStreamApiException {
        if (!pulling) {
            connection.jetStreamManagement().getConsumerInfo(stream, name);
            pulling = true;
        }
        PullSubscription open = subscription;
        if (open == null) {
            open = PullSubscription.open(connection, stream, name, expiry);
            subscription = open;
        }
        return open;
    }

    private void lost(@Nullable String reason) {
        pulling = false;
        log.info("{} cannot pull: {}", name, reason);
    }

    private void start(Message message) {
        Thread.ofVirtual().name(name, message.metaData().streamSequence()).start(() -> {
            try {
                work.accept(message);
            } finally {
                permits.release();
            }
        });
    }
}
