package io.vigil.logging.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.logging.SampleEvents;
import io.vigil.logging.event.EventRow;
import io.vigil.message.DecisionEvent;
import io.vigil.testkit.ClickHouseServer;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.testkit.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventStoreIT {

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.local();

    private double failuresSeen;
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private Client client;
    private EventStore store;

    @BeforeEach
    void startWithAnEmptyTable() throws Exception {
        server().query("DROP DATABASE IF EXISTS event_store");
        open(server().port());
        store.prepare();
    }

    @AfterEach
    void close() {
        store.stop();
        client.close();
    }

    @Test
    void writesWhatTheRowSays() throws Exception {
        assertThat(store.store(rows(List.of(SampleEvents.event("r1"))))).isEmpty();

        assertThat(server().query("""
                        SELECT event_id, occurred_at, direction, mode, tenant, decision, threat_score, confidence,
                               branch_a_score, branch_b_score, branch_c_status, categories, pii_entities_count,
                               work_micros['detection'], total_micros, policy_revision, raw_text, text
                        FROM event_store.vigil_events"""))
                .isEqualTo(String.join(
                        "\t",
                        "r1",
                        "2026-11-21 12:00:00.123",
                        "input",
                        "full",
                        "acme",
                        "SANITIZE",
                        "42",
                        "0.75",
                        "61",
                        "\\N",
                        "degraded:timeout",
                        "['INSTRUCTION_OVERRIDE']",
                        "2",
                        "2000",
                        "2530",
                        "7",
                        "\\N",
                        "write to [EMAIL]"));
        assertThat(server().query("SELECT abs(now() - inserted_at) < 600 FROM event_store.vigil_events"))
                .isEqualTo("1");
    }

    @Test
    void writesTheSameBatchOnce() throws Exception {
        List<EventRow> rows = rows(SampleEvents.events("twice", 10));
        store.store(rows);
        store.store(rows);
        assertThat(count()).isEqualTo(10);
    }

    @Test
    void writesOnceWhenTheAnswerIsLost() throws Exception {
        try (var proxy = new CuttingProxy(server().port())) {
            reopen(proxy.port());
            store.prepare();
            for (int batch = 0; batch < 10; batch++) {
                proxy.loseNextAnswers(2);
                store.store(rows(SampleEvents.events("lost-" + batch, 20)));
            }
            assertThat(proxy.lostAnswers()).isGreaterThanOrEqualTo(10);
        }
        assertThat(count()).isEqualTo(200);
        assertThat(registry.get(LoggingMeters.INSERT_RETRIES).counter().count()).isGreaterThanOrEqualTo(10);
        assertThat(rowsMeter("stored")).isEqualTo(200);
        assertThat(registry.get(LoggingMeters.BATCH_ROWS).summary().totalAmount())
                .isEqualTo(200);
    }

    @Test
    void losesAndDoublesNothingWhenTheServerIsKilledDuringInserts() throws Exception {
        int batches = 300;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (int batch = 0; batch < batches; batch++) {
                    store.store(rows(SampleEvents.events("killed-" + batch, 10)));
                }
                return null;
            });
            for (long reached : new long[] {300, 1200, 2100}) {
                Eventually.withinSeconds(60).isTrue("progress", () -> count() >= reached);
                server().kill();
                Eventually.withinSeconds(30).isTrue("outage noticed", () -> lastFailureIsNew());
                server().restart();
            }
            writing.get();
        }
        assertThat(count()).isEqualTo(10L * batches);
        assertThat(server().query("SELECT uniqExact(event_id) FROM event_store.vigil_events"))
                .isEqualTo(Integer.toString(10 * batches));
    }

    private boolean lastFailureIsNew() {
        double now = registry.get(LoggingMeters.INSERT_RETRIES).counter().count();
        boolean more = now > failuresSeen;
        failuresSeen = now;
        return more;
    }

    @Test
    void waitsWhileTheServerIsFrozen() throws Exception {
        server().pause();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> store.store(rows(SampleEvents.events("frozen", 5))));
            Eventually.withinSeconds(30).isTrue("outage noticed", this::lastFailureIsNew);
            assertThat(writing.isDone()).isFalse();
            server().resume();
            writing.get();
        }
        assertThat(count()).isEqualTo(5);
    }

    @Test
    void refusesOneBadRowAndStoresTheOthers() throws Exception {
        var events = new ArrayList<>(SampleEvents.events("good", 99));
        events.add(37, SampleEvents.poison("bad"));

        assertThat(store.store(rows(events))).containsExactly("bad");

        assertThat(count()).isEqualTo(99);
        assertThat(rowsMeter("refused")).isEqualTo(1);
    }

    @Test
    void refusesATextThatCannotBeWrittenAsUnicode() throws Exception {
        DecisionEvent broken = SampleEvents.event("half", SampleEvents.NOON, "\ud83d", null, 1);
        var refused = store.store(rows(List.of(broken, SampleEvents.event("whole"))));

        assertThat(refused).isSubsetOf("half");
        assertThat(count()).isEqualTo(2 - refused.size());
    }

    @Test
    void collapsesWhatGotInTwice() throws Exception {
        store.store(rows(SampleEvents.events("again", 10)));
        store.store(rows(SampleEvents.events("again", 11)));
        assertThat(count()).as("different batches").isEqualTo(21);

        assertThat(server().query("SELECT count() FROM event_store.vigil_events FINAL"))
                .isEqualTo("11");
        server().query("OPTIMIZE TABLE event_store.vigil_events FINAL");
        assertThat(count()).isEqualTo(11);
    }

    @Test
    void findsWhatIsThere() throws Exception {
        store.store(rows(SampleEvents.events("there", 3)));
        var earlier = SampleEvents.NOON.minus(Duration.ofHours(13));
        assertThat(store.present(List.of("there-0", "there-2", "it's not"), earlier, earlier))
                .containsExactlyInAnyOrder("there-0", "there-2");
    }

    @Test
    void makesTheSchemaAgainWhereItIsThere() throws Exception {
        store.store(rows(SampleEvents.events("kept", 3)));
        reopen(server().port());
        store.prepare();
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void makesTheSchemaAgainWhenTheServerCameBackEmpty() throws Exception {
        server().query("DROP DATABASE event_store");
        store.store(rows(SampleEvents.events("anew", 3)));
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void stopsWaitingWhenTheServiceStops() {
        server().kill();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> store.store(rows(SampleEvents.events("stopped", 5))));
            Eventually.withinSeconds(30).isTrue("outage noticed", this::lastFailureIsNew);
            store.stop();
            assertThatThrownBy(writing::get).hasCauseInstanceOf(InterruptedException.class);
        }
    }

    private double rowsMeter(String result) {
        return registry.get(LoggingMeters.ROWS).tag("result", result).counter().count();
    }

    private void reopen(int port) {
        close();
        open(port);
    }

    private void open(int port) {
        var properties = TestSettings.of(
                "127.0.0.1", port, "event_store", Duration.ofSeconds(1), Duration.ofDays(365), Map.of());
        client = ClickHouseClients.open(properties);
        store = new EventStore(client, properties, new LoggingMeters(registry));
    }

    private static List<EventRow> rows(List<DecisionEvent> events) {
        return events.stream().map(event -> EventRow.of(event, false)).toList();
    }

    private static long count() {
        return Long.parseLong(server().query("SELECT count() FROM event_store.vigil_events"));
    }

    private static ClickHouseServer server() {
        return clickHouse.server();
    }
}
