package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.command.CommandSettings;
import com.clickhouse.client.api.query.QuerySettings;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes events out of the log for good: the parts that hold them are written anew without them, and what dashboards count of a
 * tenant goes with its events. Events that still wait in the stream are not reached; whoever has to be certain erases again
 * when the stream is empty. May be repeated at any time. Thread-safe.
 */
public final class EventErasure {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Client client;
    private final String database;
    private final String table;

    /** Erases from the event log of these settings. */
    public EventErasure(Client client, ClickHouseProperties properties) {
        this.client = client;
        this.database = properties.database();
        this.table = properties.table();
    }

    /**
     * Erases, and returns when ClickHouse has written the parts anew; for many events that takes minutes.
     *
     * @return events that were there
     * @throws com.clickhouse.client.api.ClickHouseException when ClickHouse is away or refuses: how far it came is not known, and
     *     {@link #remaining} tells
     */
    public long erase(ErasureScope scope) throws InterruptedException {
        long there = remaining(scope);
        delete(table, scope);
        delete(table + "_feedback", scope);
        if (scope.by() == ErasureScope.By.TENANT) {
            delete(table + "_minute", scope);
            delete(table + "_hour", scope);
        }
        return there;
    }

    /** How many events of this scope are in the log now. */
    public long remaining(ErasureScope scope) {
        String sql = "SELECT toInt64(uniqExact(event_id)) FROM %s WHERE %s".formatted(table, condition(scope));
        return client.queryAll(sql, parameters(scope), new QuerySettings().setDatabase(database))
                .getFirst()
                .getLong(1);
    }

    private void delete(String from, ErasureScope scope) throws InterruptedException {
        var settings = new CommandSettings();
        settings.serverSetting("mutations_sync", "2");
        settings.setNetworkTimeout(PATIENCE.toMillis(), ChronoUnit.MILLIS);
        Commands.run(
                client,
                "ALTER TABLE %s.%s DELETE WHERE %s".formatted(database, from, condition(scope)),
                parameters(scope),
                settings);
    }

    private static String condition(ErasureScope scope) {
        String condition = scope.by().column() + " = {value:String}";
        return scope.tenant().isPresent() ? condition + " AND tenant = {tenant:String}" : condition;
    }

    private static Map<String, Object> parameters(ErasureScope scope) {
        var parameters = new HashMap<String, Object>();
        parameters.put("value", scope.value());
        scope.tenant().ifPresent(tenant -> parameters.put("tenant", tenant));
        return parameters;
    }
}
