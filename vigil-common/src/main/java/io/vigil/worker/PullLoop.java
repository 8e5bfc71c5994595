package io.vigil.worker;

import io.github.resilience4j.core.IntervalFunction;
import io.nats.client.Connection;
import io.nats.client.ConsumerContext;
import io.nats.client.FetchConsumeOptions;
import io.nats.client.FetchConsumer;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamStatusCheckedException;
import io.nats.client.Message;
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

    /** A pull costs the server a subscription: a busy worker rather waits a moment for several permits. */
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
    private @Nullable ConsumerContext consumer;

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
        }
    }

    private boolean pullOnce() throws InterruptedException {
        int batch = takePermits();
        int delivered = 0;
        try (FetchConsumer pull = consumer().fetch(options(batch))) {
            pulling = true;
            while (delivered < batch) {
                Message message = pull.nextMessage();
                if (message == null && pull.isFinished()) {
                    break;
                }
                if (message != null) {
                    delivered++;
                    start(message);
                }
            }
            return true;
        } catch (InterruptedException e) {
            throw e;
        } catch (JetStreamStatusCheckedException | JetStreamApiException | IOException | IllegalStateException e) {
            lost();
            log.info("{} cannot pull: {}", name, e.getMessage());
            return false;
        } catch (Exception e) {
            lost();
            log.warn("{} could not close a pull: {}", name, e.getMessage());
            return false;
        } finally {
            permits.release(batch - delivered);
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

    private FetchConsumeOptions options(int batch) {
        return FetchConsumeOptions.builder()
                .maxMessages(batch)
                .expiresIn(expiry.toMillis())
                .build();
    }

    /** Looked up once: each lookup asks the server twice. */
    private ConsumerContext consumer() throws IOException, JetStreamApiException {
        ConsumerContext known = consumer;
        if (known == null) {
            known = connection.getStreamContext(stream).getConsumerContext(name);
            consumer = known;
        }
        return known;
    }

    private void lost() {
        pulling = false;
        consumer = null;
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
