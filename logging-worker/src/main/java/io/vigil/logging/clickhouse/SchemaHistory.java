package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import java.util.HashMap;
import java.util.Map;

/** The table {@code schema_migrations}: which steps were made for which event log, with the checksums of their texts. */
final class SchemaHistory {

    private final ClickHouseProperties properties;

    SchemaHistory(ClickHouseProperties properties) {
        this.properties = properties;
    }

    /** Checksums by version; empty where the event log's table is missing, whatever was made before. */
    Map<Integer, String> read(Client client) throws InterruptedException {
        try {
            return made(client);
        } catch (RuntimeException e) {
            if (!Failures.missesATable(e)) {
                throw e;
            }
            Commands.run(client, "CREATE DATABASE IF NOT EXISTS " + properties.database());
            Commands.run(client, table());
            return Map.of();
        }
    }

    private Map<Integer, String> made(Client client) {
        Map<Integer, String> made = new HashMap<>();
        for (GenericRecord row : client.queryAll(
                "SELECT toInt32(version), checksum FROM schema_migrations FINAL WHERE event_log = {table:String}"
                        + " AND {table:String} IN (SELECT name FROM system.tables WHERE database = {database:String})",
                Map.of("table", properties.table(), "database", properties.database()),
                new QuerySettings().setDatabase(properties.database()))) {
            made.put(row.getInteger(1), row.getString(2));
        }
        return made;
    }

    private String table() {
        return """
            CREATE TABLE IF NOT EXISTS %s.schema_migrations
            (
                event_log  String COMMENT 'Table of the event log that the step was made for',
                version    UInt32 COMMENT 'Number of the step; 0 is the retention in force',
                name       String COMMENT 'What the step is about',
                checksum   String COMMENT 'SHA-256 of its text',
                applied_at DateTime64(3, 'UTC') DEFAULT now64(3) COMMENT 'When it was made'
            )
            ENGINE = ReplacingMergeTree(applied_at)
            ORDER BY (event_log, version)""".formatted(properties.database());
    }

    void made(Client client, int version, String name, String checksum) throws InterruptedException {
        Commands.run(
                client,
                "INSERT INTO %s.schema_migrations (event_log, version, name, checksum) VALUES ('%s', %d, '%s', '%s')"
                        .formatted(properties.database(), properties.table(), version, name, checksum));
    }
}
