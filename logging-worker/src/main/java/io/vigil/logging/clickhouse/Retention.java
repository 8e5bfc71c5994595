package io.vigil.logging.clickhouse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long rows are kept, as ClickHouse is told; pure. */
final class Retention {

    private Retention() {}

    /** Statements that put the retention of the settings in force for a table that may have another. */
    static List<String> statements(ClickHouseProperties properties) {
        String table = properties.database() + "." + properties.table();
        var tenants = new TreeMap<>(properties.tenantRetention());
        // Rows of one part may end on different days where tenants differ: parts can then not go as a whole.
        int wholeParts = tenants.isEmpty() ? 1 : 0;
        return List.of(
                "ALTER TABLE %s MODIFY SETTING ttl_only_drop_parts = %d".formatted(table, wholeParts),
                "ALTER TABLE %s MODIFY TTL toDateTime(received_at) + toIntervalDay(%s) DELETE"
                        .formatted(table, days(properties.retention(), tenants)));
    }

    private static String days(Duration general, Map<String, Duration> tenants) {
        if (tenants.isEmpty()) {
            return Long.toString(general.toDays());
        }
        var conditions = new ArrayList<String>();
        tenants.forEach((tenant, kept) -> conditions.add("tenant = '" + tenant + "', " + kept.toDays()));
        return "multiIf(" + String.join(", ", conditions) + ", " + general.toDays() + ")";
    }
}
