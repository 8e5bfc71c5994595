package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.CompressionMethod;
import java.time.temporal.ChronoUnit;

/** Makes the client, with the settings that inserting once depends on. */
public final class ClickHouseClients {

    private static final int CONNECTIONS = 4;

    private ClickHouseClients() {}

    /** A client that connects when it is first used. Whoever asks for it closes it. */
    public static Client open(ClickHouseProperties properties) {
        return new Client.Builder()
                .addEndpoint(properties.url())
                .setUsername(properties.user())
                .setPassword(properties.password())
                .setConnectTimeout(properties.connectTimeout().toMillis(), ChronoUnit.MILLIS)
                .setSocketTimeout(properties.requestTimeout().toMillis(), ChronoUnit.MILLIS)
                .setMaxConnections(CONNECTIONS)
                // LZ4; the library for zstd is left out of the build
                .compressionMethod(CompressionMethod.LZ4)
                .compressClientRequest(true)
                .compressServerResponse(true)
                // the writer above repeats a batch under the token of that batch; nobody else may repeat anything
                .setMaxRetries(0)
                // the answer must mean that the rows are written, and the token must count
                .serverSetting("async_insert", "0")
                .serverSetting("insert_deduplicate", "1")
                // for what dashboards count, too
                .serverSetting("deduplicate_blocks_in_dependent_materialized_views", "1")
                // a refused batch must leave nothing behind: it is read as one piece
                .serverSetting("input_format_parallel_parsing", "0")
                .build();
    }
}
