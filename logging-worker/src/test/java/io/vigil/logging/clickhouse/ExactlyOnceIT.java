package io.vigil.logging.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.autoconfigure.VigilService;
import io.vigil.logging.LoggingApplication;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code -Dvigil.events=1000000} for the whole million; fewer otherwise. */
class ExactlyOnceIT {

    private static final int EVENTS = Integer.getInteger("vigil.events", 30_000);
    private static final int KILLS = 5;
    private static final int PATIENCE_SECONDS = 120 + EVENTS / 500;

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.local();

    @Test
    void storesEachEventOnceThroughCrashesAndLostAcknowledgements() throws Exception {
        try (var proxy = new CuttingProxy(clickHouse.server().port());
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var service = VigilService.run(
                        LoggingApplication.class,
                        "logging-worker",
                        "--server.port=0",
                        "--vigil.nats.servers=" + nats.url(),
                        "--vigil.logging.flush-interval=200ms",
                        "--vigil.logging.clickhouse.host=127.0.0.1",
                        "--vigil.logging.clickhouse.port=" + proxy.port(),
                        "--vigil.logging.clickhouse.database=exactly_once",
                        "--vigil.logging.clickhouse.connect-timeout=500ms",
                        "--vigil.logging.clickhouse.last-retry=200ms")) {
            Eventually.withinSeconds(60).becomes("rows", 0L, () -> rows("count()"));
            proxy.loseEvery(4);
            var connection = nats.connect();
            Future<?> publishing = threads.submit(() -> {
                EventStream.publish(connection, "once", EVENTS);
                return null;
            });
            for (int kill = 1; kill <= KILLS; kill++) {
                long reached = (long) EVENTS * kill / (KILLS + 1);
                Eventually.withinSeconds(PATIENCE_SECONDS).isTrue("progress", () -> rows("count()") >= reached);
                clickHouse.server().kill();
                clickHouse.server().restart();
            }
            publishing.get();
            Eventually.withinSeconds(PATIENCE_SECONDS)
                    .becomes("events in the stream", 0L, () -> EventStream.waiting(connection));
            assertThat(proxy.lostAnswers()).isGreaterThan(KILLS);
            assertThat(service.isActive()).isTrue();
        }
        assertThat(rows("count()")).isEqualTo(EVENTS);
        assertThat(rows("uniqExact(event_id)")).isEqualTo(EVENTS);
        assertThat(Long.parseLong(
                        clickHouse.server().query("SELECT sum(events) FROM exactly_once.vigil_events_minute")))
                .as("what dashboards count")
                .isEqualTo(EVENTS);
    }

    private static long rows(String what) {
        return Long.parseLong(clickHouse.server().query("SELECT " + what + " FROM " + "exactly_once.vigil_events"));
    }
}
