package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.vigil.logging.event.EventRow;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** The table of the events: one attempt at a time, no patience of its own. */
public final class EventTable {

    private final Client client;
    private final String database;
    private final String name;

    public EventTable(Client client, ClickHouseProperties properties) {
        this.client = client;
        this.database = properties.database();
        this.name = properties.table();
    }

    /**
     * Inserts a batch; a repeated one is written once.
     *
     * @throws com.clickhouse.client.api.ClickHouseException when it is not known to be written
     */
    void insert(EventBatch batch) throws InterruptedException {
        var settings = new InsertSettings().setDatabase(database).setDeduplicationToken(batch.token());
        try (var _ = client.insert(name, batch.body(), ClickHouseFormat.JSONEachRow, settings)
                .get()) {
            // an answer without an error is the acknowledgement
        } catch (ExecutionException e) {
            throw Failures.unwrapped(e);
        }
    }

    /**
     * Which of these events are there already.
     *
     * @param earliest when the earliest of them was received
     * @param latest when the latest of them was received
     */
    Set<String> present(Collection<String> ids, Instant earliest, Instant latest) {
        // A day on either side: a submission that came back from the dead letters has another time.
        Map<String, Object> parameters = Map.of(
                "ids", ids,
                "from", EventRow.timestamp(earliest.minus(1, ChronoUnit.DAYS)),
                "to", EventRow.timestamp(latest.plus(1, ChronoUnit.DAYS)));
        String sql = "SELECT DISTINCT event_id FROM " + name + " WHERE event_id IN {ids:Array(String)}"
                + " AND received_at BETWEEN {from:DateTime64(3, 'UTC')} AND {to:DateTime64(3, 'UTC')}";
        Set<String> found = new HashSet<>();
        for (GenericRecord row : client.queryAll(sql, parameters, new QuerySettings().setDatabase(database))) {
            found.add(row.getString(1));
        }
        return found;
    }
}
