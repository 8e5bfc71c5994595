package io.vigil.logging.clickhouse;

import java.time.Duration;
import java.util.Map;

/** Settings of event logs that tests make: short pauses, a database each. */
public final class TestSettings {

    private TestSettings() {}

    public static ClickHouseProperties of(String host, int port, String database) {
        return of(host, port, database, Duration.ofSeconds(10), Duration.ofDays(365), Map.of());
    }

    public static ClickHouseProperties of(
            String host,
            int port,
            String database,
            Duration patience,
            Duration retention,
            Map<String, Duration> tenantRetention) {
        return new ClickHouseProperties(
                host,
                port,
                false,
                database,
                "vigil_events",
                "default",
                "",
                Duration.ofSeconds(2),
                patience,
                Duration.ofMillis(20),
                Duration.ofMillis(200),
                retention,
                tenantRetention);
    }
}
