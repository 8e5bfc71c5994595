package io.vigil.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.testkit.Eventually;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An upgrade: every worker goes and comes again, one by one, while clients ask. None of them notices. */
class RollingRestartIT {

    /** Requests per second, as long as the machine keeps up; more than {@link #OPEN} are never open. */
    private static final int RATE = 200;

    private static final int OPEN = 64;

    @RegisterExtension
    static final Stack STACK = new Stack(Map.of("VIGIL_API_TIMEOUT", "60s", "VIGIL_WORKER_REPLICAS", "2"), 2);

    @Test
    void restartsEveryWorkerUnderLoadWithoutAnErrorALossOrADouble() throws Exception {
        var load = new Clients();
        load.start();
        Eventually.withinSeconds(60).isTrue("load runs", () -> load.answered.size() > RATE);

        for (Service service : List.of(Service.DETECTION, Service.PII, Service.ARBITER, Service.LOGGING)) {
            for (ServiceProcess replica : STACK.replicas(service)) {
                replica.terminate();
                replica.start();
                replica.awaitReady();
            }
        }
        int before = load.answered.size();
        Eventually.withinSeconds(60).isTrue("load goes on", () -> load.answered.size() > before + RATE);
        load.stop();

        assertThat(load.errors).as("errors that clients saw").isEmpty();
        STACK.awaitQuiet(120);
        assertThat(STACK.size(Streams.DLQ)).as("dead letters").isZero();
        String events = " FROM n8n_logs.vigil_events";
        Eventually.withinSeconds(60)
                .becomes(
                        "different events",
                        String.valueOf(load.answered.size()),
                        () -> STACK.query("SELECT uniqExact(event_id)" + events));
        assertThat(STACK.query("SELECT count()" + events + " FINAL"))
                .as("no event twice")
                .isEqualTo(String.valueOf(load.answered.size()));
    }

    /** Asks at a steady rate and remembers what came of it. */
    private static final class Clients {

        final Set<String> answered = ConcurrentHashMap.newKeySet();
        final Queue<String> errors = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final Semaphore open = new Semaphore(OPEN);
        private final Thread pace = Thread.ofPlatform().unstarted(this::run);

        void start() {
            pace.start();
        }

        void stop() throws InterruptedException {
            running.set(false);
            pace.join(Duration.ofSeconds(10));
            open.acquire(OPEN);
        }

        private void run() {
            while (running.get()) {
                open.acquireUninterruptibly();
                var _ = Thread.ofVirtual().start(this::ask);
                LockSupport.parkNanos(Duration.ofSeconds(1).dividedBy(RATE).toNanos());
            }
        }

        private void ask() {
            try {
                var answer = STACK.gateway().guard("What time is it in Paris?");
                if (answer.status() != 200 || !answered.add(answer.text("request_id"))) {
                    errors.add(answer.status() + " " + answer.text("code"));
                }
            } catch (IOException e) {
                errors.add(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                open.release();
            }
        }
    }
}
