package io.vigil.logging.clickhouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import io.vigil.autoconfigure.VigilService;
import io.vigil.logging.LoggingApplication;
import io.vigil.logging.event.EventRow;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.NatsServerExtension;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Measurements by hand: {@code -Dvigil.benchmark=true}, with {@code -Dvigil.rows=10000000} for the whole table. */
@EnabledIfSystemProperty(named = "vigil.benchmark", matches = "true")
class EventLogBenchmarkIT {

    private static final int ROWS = Integer.getInteger("vigil.rows", 1_000_000);
    private static final int CHUNK = 100_000;
    private static final int EVENTS = 200_000;
    private static final int BATCH = 500;
    private static final int RUNS = 15;
    private static final String UNTIL = "2026-11-21 23:50:00";
    private static final String PAGE = "SELECT event_id, received_at, decision, threat_score, categories, text FROM %s"
            + " WHERE received_at > toDateTime64('2026-11-14 00:00:00', 3, 'UTC') AND tenant = 'tenant-3' AND decision = 'BLOCK'"
            + " ORDER BY received_at DESC, event_id DESC LIMIT 50";

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.create();

    @Test
    void measuresTheWorkerAgainstTheBareClient() throws Exception {
        query("DROP DATABASE IF EXISTS bare");
        query("DROP DATABASE IF EXISTS whole");
        double bare = bareRate();
        worker().close(); // has made the streams
        EventStream.publish(nats.connect(), "whole", EVENTS);
        double whole = workerRate();
        report("bare client %.0f rows/s, whole worker %.0f rows/s, ratio %.2f".formatted(bare, whole, whole / bare));
        assertThat(query("SELECT uniqExact(event_id) FROM whole.vigil_events")).isEqualTo(Integer.toString(EVENTS));
    }

    @Test
    void measuresTheQueries() throws Exception {
        var properties =
                TestSettings.of(clickHouse.server().host(), clickHouse.server().port(), "event_benchmark");
        try (Client client = ClickHouseClients.open(properties)) {
            new EventSchema(properties).apply(client);
        }
        String table = "event_benchmark.vigil_events";
        generate(table);
        String day =
                " WHERE received_at >= toDateTime64('2026-11-20', 3, 'UTC') AND received_at < toDateTime64('2026-11-21', 3, 'UTC')";
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("filtered page", PAGE.formatted(table));
        queries.put("filtered page, FINAL", PAGE.formatted(table + " FINAL"));
        queries.put(
                "one day by hour and decision, FINAL",
                "SELECT toStartOfHour(received_at) AS hour, decision, count(), quantile(0.95)(total_micros) FROM "
                        + table + " FINAL" + day + " GROUP BY hour, decision ORDER BY hour");
        queries.put(
                "text search",
                "SELECT event_id, received_at, text FROM " + table
                        + " WHERE hasAllTokens(text, ['e84', '8004']) ORDER BY received_at DESC LIMIT 50");
        queries.put(
                "rare words",
                "SELECT event_id, received_at, text FROM " + table
                        + " WHERE hasAllTokens(text, ['b6078338', '8d7b9f']) ORDER BY received_at DESC LIMIT 50");
        queries.put(
                "one event by id",
                "SELECT * FROM " + table + " WHERE event_id = (SELECT event_id FROM " + table + " LIMIT 1)");
        report("%s rows, median of %d:".formatted(query("SELECT count() FROM " + table), RUNS));
        queries.forEach((name, sql) -> report("%s: %.0f ms".formatted(name, median(sql))));
    }

    private double bareRate() throws Exception {
        var properties =
                TestSettings.of(clickHouse.server().host(), clickHouse.server().port(), "bare");
        List<EncodedRow> rows = EventStream.events("bare", EVENTS).stream()
                .map(event -> EncodedRow.of(EventRow.of(event, false)))
                .toList();
        try (Client client = ClickHouseClients.open(properties)) {
            new EventSchema(properties).apply(client);
            long start = System.nanoTime();
            for (int from = 0; from < EVENTS; from += BATCH) {
                var batch = new EventBatch(rows.subList(from, from + BATCH));
                var settings = new InsertSettings().setDatabase("bare");
                client.insert("vigil_events", batch.body(), ClickHouseFormat.JSONEachRow, settings)
                        .get()
                        .close();
            }
            return EVENTS * 1e9 / (System.nanoTime() - start);
        }
    }

    /** From the first tenth of the events, when the service is warm, to the last. */
    private static double workerRate() {
        try (var service = worker()) {
            assertThat(service.isActive()).isTrue();
            Eventually.withinSeconds(300).isTrue("first tenth", () -> stored() >= EVENTS / 10);
            long first = stored();
            long start = System.nanoTime();
            Eventually.withinSeconds(600).isTrue("all", () -> stored() >= EVENTS);
            return (EVENTS - first) * 1e9 / (System.nanoTime() - start);
        }
    }

    private static ConfigurableApplicationContext worker() {
        return VigilService.run(
                LoggingApplication.class,
                "logging-worker",
                "--server.port=0",
                "--vigil.nats.servers=" + nats.url(),
                "--vigil.logging.clickhouse.host=" + clickHouse.server().host(),
                "--vigil.logging.clickhouse.port=" + clickHouse.server().port(),
                "--vigil.logging.clickhouse.database=whole");
    }

    private static long stored() {
        String exists = query("EXISTS TABLE whole.vigil_events");
        return exists.equals("0") ? 0 : Long.parseLong(query("SELECT count() FROM whole.vigil_events"));
    }

    /** What is there from an earlier run stays. */
    private static void generate(String table) throws Exception {
        String sql;
        try (var stream = Objects.requireNonNull(
                EventLogBenchmarkIT.class.getResourceAsStream("/io/vigil/logging/generate-events.sql"))) {
            sql = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
        for (int from = Integer.parseInt(query("SELECT count() FROM " + table)); from < ROWS; from += CHUNK) {
            query(sql.replace("{database}.{table}", table)
                    .replace("{rows}", Integer.toString(ROWS))
                    .replace("{from}", Integer.toString(from))
                    .replace("{count}", Integer.toString(Math.min(CHUNK, ROWS - from)))
                    .replace("{until}", UNTIL)
                    .strip()
                    .replaceFirst(";$", ""));
        }
    }

    private static double median(String sql) {
        List<Long> times = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            String _ = query(sql);
            times.add(System.nanoTime() - start);
        }
        return times.stream().sorted().toList().get(RUNS / 2) / 1e6;
    }

    private static void report(String line) {
        System.out.println("BENCHMARK " + line);
    }

    private static String query(String sql) {
        return clickHouse.server().query(sql);
    }
}
