package io.vigil.logging.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.clickhouse.client.api.ClickHouseException;
import com.clickhouse.client.api.Client;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.logging.SampleEvents;
import io.vigil.logging.event.EventRow;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.testkit.Eventually;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventSchemaIT {

    private static final String DATABASE = "event_schema";
    private static final String TABLES = "SELECT name FROM system.tables WHERE database = 'event_schema' ORDER BY name";

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.create();

    private ClickHouseProperties properties;
    private Client client;

    @BeforeEach
    void startWithoutADatabase() {
        query("DROP DATABASE IF EXISTS " + DATABASE);
        properties = settings(Duration.ofDays(365), Map.of());
        client = ClickHouseClients.open(properties);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void makesEverythingOnceAndWritesDownWhatItMade() throws Exception {
        apply(properties);
        String made = query(
                "SELECT version, name, length(checksum), applied_at FROM event_schema.schema_migrations ORDER BY version");
        apply(properties);

        assertThat(query(TABLES).lines())
                .containsExactly(
                        "events_v2",
                        "schema_migrations",
                        "vigil_events",
                        "vigil_events_feedback",
                        "vigil_events_hour",
                        "vigil_events_minute",
                        "vigil_events_to_hour",
                        "vigil_events_to_minute");
        assertThat(made.lines()).hasSize(6);
        assertThat(
                        query(
                                "SELECT version, name, length(checksum), applied_at FROM event_schema.schema_migrations ORDER BY version"))
                .isEqualTo(made);
    }

    @Test
    void takesOverTheTableOfTheFirstRelease() throws Exception {
        firstRelease(3_000);

        apply(properties);

        assertThat(
                        query(
                                "SELECT count(), uniqExact(event_id), sum(threat_score), countIf(text = 'hello')"
                                        + ", countIf(received_at = occurred_at), countIf(raw_text = 'raw') FROM event_schema.vigil_events"))
                .isEqualTo("3000\t3000\t148500\t3000\t3000\t3000");
        assertThat(query("SELECT sum(events) FROM event_schema.vigil_events_hour"))
                .isEqualTo("3000");
        assertThat(
                        query(
                                "SELECT sorting_key FROM system.tables WHERE database = 'event_schema' AND name = 'vigil_events'"))
                .isEqualTo("received_at, event_id");
        assertThat(query(TABLES)).doesNotContain("_before", "_next");
    }

    @Test
    void finishesATakeOverThatWasCutOff() throws Exception {
        firstRelease(1_000);
        apply(properties);
        query("DROP TABLE event_schema.schema_migrations");
        query("CREATE TABLE event_schema.vigil_events_before AS event_schema.vigil_events");
        query("INSERT INTO event_schema.vigil_events_before SELECT * FROM event_schema.vigil_events");
        query("DELETE FROM event_schema.vigil_events WHERE threat_score >= 50");

        apply(properties);

        assertThat(query("SELECT count(), uniqExact(event_id) FROM event_schema.vigil_events"))
                .isEqualTo("1000\t1000");
        assertThat(query(TABLES)).doesNotContain("_before");
    }

    @Test
    void isMadeByManyWorkersAtTheSameTime() throws Exception {
        firstRelease(20_000);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                workers.add(threads.submit(() -> {
                    try (Client own = ClickHouseClients.open(properties)) {
                        var schema = new EventSchema(properties);
                        Eventually.withinSeconds(60).isTrue("schema", () -> applied(schema, own));
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        assertThat(query("SELECT count(), uniqExact(event_id) FROM event_schema.vigil_events FINAL"))
                .isEqualTo("20000\t20000");
        assertThat(query("SELECT sum(events) FROM event_schema.vigil_events_hour"))
                .isEqualTo("20000");
        assertThat(query(TABLES)).doesNotContain("_before", "_next");
    }

    @Test
    void refusesAStepThatWasMadeFromAnotherText() throws Exception {
        apply(properties);
        query("INSERT INTO event_schema.schema_migrations (event_log, version, name, checksum)"
                + " VALUES ('vigil_events', 2, 'series', 'other')");
        assertThatThrownBy(() -> apply(properties))
                .isInstanceOf(SchemaNotReadyException.class)
                .hasMessage("migration 2 was made from another text");
    }

    @Test
    void changesTheRetentionOfATableThatIsThere() throws Exception {
        apply(properties);
        assertThat(retention()).contains("toIntervalDay(365)").contains("ttl_only_drop_parts = 1");

        apply(settings(Duration.ofDays(30), Map.of("acme", Duration.ofDays(7))));

        assertThat(retention()).contains("7, 30").contains("ttl_only_drop_parts = 0");
    }

    @Test
    void deletesATenantsEventsAfterItsOwnTime() throws Exception {
        var perTenant = settings(Duration.ofDays(365), Map.of("acme", Duration.ofDays(7)));
        apply(perTenant);
        query("INSERT INTO event_schema.vigil_events (event_id, tenant, occurred_at)"
                + " SELECT concat(tenant, toString(day)), arrayJoin(['acme', 'other']) AS tenant,"
                + " now64(3) - toIntervalDay(arrayJoin([1, 30]) AS day)");
        query("OPTIMIZE TABLE event_schema.vigil_events FINAL");
        assertThat(query("SELECT event_id FROM event_schema.vigil_events ORDER BY event_id"))
                .isEqualTo("acme1\nother1\nother30");
    }

    @Test
    void countsARepeatedBatchOnceForDashboards() throws Exception {
        var store = new EventStore(client, properties, new LoggingMeters(new SimpleMeterRegistry()));
        List<EventRow> rows = SampleEvents.events("series", 50).stream()
                .map(event -> EventRow.of(event, false))
                .toList();
        store.store(rows);
        store.store(rows);

        assertThat(query("SELECT sum(events), sum(threat_scores), sum(branch_a_events), sum(branch_c_events),"
                        + " sum(pii_entities) FROM event_schema.vigil_events_minute"))
                .isEqualTo("50\t2100\t50\t0\t100");
        assertThat(query("SELECT sum(events), sumMap(categories), sumMap(score_tens)[40],"
                        + " quantilesTDigestMerge(0.5, 0.95, 0.99)(total_micros) FROM event_schema.vigil_events_hour"))
                .startsWith("50\t{'INSTRUCTION_OVERRIDE':50}");
    }

    @Test
    void showsTheColumnsThatExistingDashboardsRead() throws Exception {
        apply(properties);
        var store = new EventStore(client, properties, new LoggingMeters(new SimpleMeterRegistry()));
        store.store(List.of(EventRow.of(SampleEvents.event("r1"), false)));
        assertThat(query("SELECT sessionId, action, toString(timestamp), original_input, branch_b_score, final_status,"
                        + " final_decision, pii_sanitized, pii_entities_count, client_id, pipeline_version, config_version,"
                        + " processing_time_ms FROM event_schema.events_v2"))
                .isEqualTo(String.join(
                        "\t",
                        "session-1",
                        "sendMessage",
                        "2026-11-21 11:59:59.123",
                        "write to [EMAIL]",
                        "0",
                        "SANITIZED",
                        "ALLOW",
                        "1",
                        "2",
                        "shop",
                        "3.0.0",
                        "7",
                        "2"));
        assertThat(
                        query(
                                "SELECT name, type FROM system.columns WHERE database = 'event_schema' AND table = 'events_v2'"))
                .isEqualTo(resource("/io/vigil/logging/events_v2.tsv"));
    }

    private static boolean applied(EventSchema schema, Client client) throws InterruptedException {
        try {
            schema.apply(client);
            return true;
        } catch (ClickHouseException | SchemaNotReadyException again) {
            return false;
        }
    }

    private void apply(ClickHouseProperties settings) throws InterruptedException {
        new EventSchema(settings).apply(client);
    }

    private static void firstRelease(int rows) throws Exception {
        query("CREATE DATABASE " + DATABASE);
        query(resource("/io/vigil/logging/first-release.sql"));
        query("INSERT INTO event_schema.vigil_events (event_id, occurred_at, decision, threat_score, text, raw_text)"
                + " SELECT toString(number), now64(3) - toIntervalMinute(number), 'ALLOW', number % 100, 'hello', 'raw'"
                + " FROM numbers(" + rows + ")");
    }

    private static String retention() {
        return query("SELECT engine_full FROM system.tables WHERE database = 'event_schema' AND name = 'vigil_events'");
    }

    private static ClickHouseProperties settings(Duration retention, Map<String, Duration> tenants) {
        return TestSettings.of(
                clickHouse.server().host(),
                clickHouse.server().port(),
                DATABASE,
                Duration.ofSeconds(20),
                retention,
                tenants);
    }

    private static String resource(String name) throws Exception {
        try (var stream = Objects.requireNonNull(EventSchemaIT.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static String query(String sql) {
        return clickHouse.server().query(sql);
    }
}
