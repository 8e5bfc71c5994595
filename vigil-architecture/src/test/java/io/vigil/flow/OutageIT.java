package io.vigil.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.testkit.Eventually;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Parts of the system die under load: nothing accepted is lost, nothing is doubled. */
class OutageIT {

    @RegisterExtension
    static final Stack STACK = new Stack(Map.of());

    @Test
    void losesAndDoublesNothingWhenWorkersAreKilled() throws Exception {
        var load = new Load("kill");
        load.start();
        Eventually.withinSeconds(30).isTrue("load runs", () -> load.accepted.size() > 100);

        for (Service service : List.of(Service.DETECTION, Service.PII, Service.ARBITER, Service.LOGGING)) {
            STACK.service(service).kill();
            STACK.service(service).start();
        }
        for (Service service : List.of(Service.DETECTION, Service.PII, Service.ARBITER, Service.LOGGING)) {
            STACK.service(service).awaitReady();
        }
        int before = load.accepted.size();
        Eventually.withinSeconds(30).isTrue("load goes on", () -> load.accepted.size() > before + 100);
        load.stop();

        // The longest ack wait is 60 s: what a killed worker held comes back after that.
        STACK.awaitQuiet(180);
        load.assertEachLoggedOnce();
        assertThat(STACK.size(Streams.DLQ)).isZero();
    }

    @Test
    void keepsEventsWhileClickHouseIsAwayAndNobodyElseNotices() throws Exception {
        STACK.clickHouse().kill();
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        var load = new Load("away");
        load.start();
        var slow = new AtomicInteger();
        while (Instant.now().isBefore(end)) {
            Instant asked = Instant.now();
            assertThat(STACK.gateway().guard("What time is it?").status()).isEqualTo(200);
            if (Duration.between(asked, Instant.now()).compareTo(Duration.ofSeconds(2)) > 0) {
                slow.incrementAndGet();
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
        load.stop();
        assertThat(slow).hasValue(0);
        assertThat(STACK.service(Service.LOGGING)
                        .get("/actuator/health/readiness")
                        .statusCode())
                .isEqualTo(200);

        STACK.clickHouse().restart();

        STACK.awaitQuiet(120);
        load.assertEachLoggedOnce();
        assertThat(STACK.size(Streams.DLQ)).isZero();
    }

    @Test
    void restartsTheGatewayWithRequestsInFlight() throws Exception {
        var answered = new AtomicInteger();
        var refused = new AtomicInteger();
        var running = new AtomicBoolean(true);
        var clients = new Thread[8];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = Thread.ofVirtual().start(() -> {
                while (running.get()) {
                    if (asked()) {
                        answered.incrementAndGet();
                    } else {
                        refused.incrementAndGet();
                        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    }
                }
            });
        }
        Eventually.withinSeconds(30).isTrue("answers", () -> answered.get() > 100);

        STACK.service(Service.API).kill();
        STACK.service(Service.API).start();
        STACK.service(Service.API).awaitReady();
        int before = answered.get();

        Eventually.withinSeconds(30).isTrue("answers again", () -> answered.get() > before + 100);
        running.set(false);
        for (Thread client : clients) {
            client.join(Duration.ofSeconds(30));
        }
        assertThat(refused).as("clients saw the restart").hasPositiveValue();
        STACK.awaitQuiet(60);
        assertThat(STACK.size(Streams.DLQ)).isZero();
    }

    private static boolean asked() {
        try {
            return STACK.gateway().guard("What time is it?").status() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Publishes requests straight into the stream and remembers which ones the server confirmed. */
    private static final class Load {

        final Set<String> accepted = ConcurrentHashMap.newKeySet();
        private final String prefix;
        private final AtomicBoolean running = new AtomicBoolean(true);
        private final Thread thread = Thread.ofVirtual().unstarted(this::run);

        Load(String prefix) {
            this.prefix = prefix;
        }

        void start() {
            thread.start();
        }

        void stop() throws InterruptedException {
            running.set(false);
            thread.join(Duration.ofSeconds(10));
        }

        private void run() {
            try (var connection = STACK.connect()) {
                var stream = connection.jetStream();
                for (int i = 0; running.get(); i++) {
                    String id = prefix + "-" + i;
                    var body =
                            "{\"request_id\":\"" + id + "\",\"text\":\"What time is it in Paris?\",\"mode\":\"fast\"}";
                    stream.publish("vigil.guard.input", body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    accepted.add(id);
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                }
            } catch (Exception e) {
                throw new IllegalStateException("load ended", e);
            }
        }

        void assertEachLoggedOnce() {
            String where = " FROM n8n_logs.vigil_events WHERE startsWith(event_id, '" + prefix + "-')";
            Eventually.withinSeconds(30)
                    .becomes(
                            "different events",
                            String.valueOf(accepted.size()),
                            () -> STACK.query("SELECT uniqExact(event_id)" + where));
            assertThat(STACK.query("SELECT count()" + where.replace(" WHERE", " FINAL WHERE")))
                    .as("no event twice")
                    .isEqualTo(String.valueOf(accepted.size()));
        }
    }
}
