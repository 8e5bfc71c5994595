package io.vigil.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.delivery.Outcome;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How much a worker takes, how long it may hold it, and how it stops. */
class PullLoopIT {

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
    void keepsLongWorkToOneDelivery() throws Exception {
        var attempts = new AtomicInteger();
        var finish = new CountDownLatch(1);
        kernel.run(
                DeliveryIT.stage(
                        (message, envelope) -> {
                            attempts.incrementAndGet();
                            finish.await(20, TimeUnit.SECONDS);
                            return Outcome.done();
                        },
                        Duration.ofSeconds(1),
                        Duration.ofMillis(100)),
                8);

        kernel.submit("long", "hello");
        Eventually.withinSeconds(5).becomes("attempts", 1, attempts::get);
        Instant threeAckWaits = Instant.now().plusMillis(3_500);
        Eventually.withinSeconds(10)
                .isTrue("three ack waits passed", () -> Instant.now().isAfter(threeAckWaits));
        finish.countDown();

        Eventually.withinSeconds(5).becomes("work queue", 0L, kernel::queued);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void neverWorksOnMoreThanTheBound() throws Exception {
        var working = new AtomicInteger();
        var most = new AtomicInteger();
        var done = new AtomicInteger();
        kernel.run(
                DeliveryIT.stage((message, envelope) -> {
                    most.accumulateAndGet(working.incrementAndGet(), Math::max);
                    LockSupport.parkNanos(1_000_000);
                    working.decrementAndGet();
                    done.incrementAndGet();
                    return Outcome.done();
                }),
                4);

        for (int i = 0; i < 200; i++) {
            kernel.submit("r" + i, "hello");
        }

        Eventually.withinSeconds(20).isTrue("200 handled", () -> done.get() >= 200);
        assertThat(most.get()).isBetween(1, 4);
        assertThat(kernel.management()
                        .getConsumerInfo(Streams.VIGIL, "detection-worker")
                        .getConsumerConfiguration()
                        .getMaxAckPending())
                .isEqualTo(4);
    }

    /** A message sent to a pull that the client has given up would wait for its ack wait, 30 s, and its caller as well. */
    @Test
    void dropsNothingBetweenTwoPulls() throws Exception {
        var done = new AtomicInteger();
        kernel.run(
                DeliveryIT.stage((message, envelope) -> {
                    done.incrementAndGet();
                    return Outcome.done();
                }),
                10_000);

        int messages = 12_000;
        long start = System.nanoTime();
        for (int i = 0; i < messages; i++) {
            kernel.connection.publish(Subjects.GUARD_INPUT, "{\"text\":\"hello\"}".getBytes(StandardCharsets.UTF_8));
            LockSupport.parkNanos(start + i * 500_000L - System.nanoTime());
        }

        Eventually.withinSeconds(15).becomes("messages handled", messages, done::get);
    }

    @Test
    void finishesWhatItTookBeforeItStops() throws Exception {
        var started = new CountDownLatch(3);
        var finish = new CountDownLatch(1);
        var worker = kernel.run(
                DeliveryIT.stage((message, envelope) -> {
                    started.countDown();
                    finish.await(20, TimeUnit.SECONDS);
                    return DeliveryIT.passOn(message, envelope);
                }),
                8);
        for (int i = 0; i < 3; i++) {
            kernel.submit("r" + i, "hello");
        }
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();

        var stop = Thread.ofVirtual().start(worker::stop);
        finish.countDown();
        stop.join(Duration.ofSeconds(15));

        assertThat(stop.isAlive()).isFalse();
        assertThat(kernel.stored(Streams.VIGIL, Subjects.PII_DETECT)).hasSize(3);
        kernel.connection.flush(Duration.ofSeconds(2));
        Eventually.withinSeconds(5).becomes("work queue", 3L, kernel::queued);
    }
}
