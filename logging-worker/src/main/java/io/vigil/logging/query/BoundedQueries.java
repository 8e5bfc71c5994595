package io.vigil.logging.query;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ServerException;
import com.clickhouse.client.api.query.QueryResponse;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.vigil.logging.clickhouse.ClickHouseProperties;
import io.vigil.logging.clickhouse.Failures;
import io.vigil.message.ServiceFault.Code;
import io.vigil.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.MappingIterator;

/** Reads ClickHouse, within the bounds of a question. Blocks its thread. Thread-safe. */
public final class BoundedQueries implements AutoCloseable {

    /** Most rows of a result; whoever may get more asks for fewer. */
    static final int MOST_ROWS = 100_001;

    /** By which ClickHouse says that a query asks for more than it may have, from its {@code ErrorCodes.cpp}. */
    private static final Set<Integer> TOO_LARGE = Set.of(
            158, // TOO_MANY_ROWS
            159, // TIMEOUT_EXCEEDED
            160, // TOO_SLOW
            241, // MEMORY_LIMIT_EXCEEDED
            307, // TOO_MANY_BYTES
            396); // TOO_MANY_ROWS_OR_BYTES

    private static final Logger log = LoggerFactory.getLogger(BoundedQueries.class);

    private final Client client;
    private final String database;
    private final String table;
    private final QueryProperties limits;

    /** @param client used by nobody else; closed with this */
    public BoundedQueries(Client client, ClickHouseProperties clickHouse, QueryProperties limits) {
        this.client = client;
        this.database = clickHouse.database();
        this.table = clickHouse.table();
        this.limits = limits;
    }

    /** What follows {@code FROM}; {@code FINAL} leaves out what was written twice and is not merged yet. */
    public String events() {
        return table + " FINAL";
    }

    /** The same for feedback. */
    public String feedback() {
        return table + "_feedback FINAL";
    }

    /** All rows of a result. */
    public <T> List<T> list(String sql, Map<String, Object> parameters, Class<T> row) {
        List<T> rows = new ArrayList<>();
        each(sql, parameters, row, rows::add);
        return rows;
    }

    /**
     * One row after another.
     *
     * @param sql one SELECT, without any value of whoever asks
     * @param parameters the values
     * @param row a record whose components are the columns
     * @throws QuestionFailedException it asks for too much, or ClickHouse is away
     */
    public <T> void each(String sql, Map<String, Object> parameters, Class<T> row, Consumer<? super T> use) {
        try (QueryResponse answer = client.query(sql, parameters, settings()).get();
                MappingIterator<T> rows = Json.mapper().readerFor(row).readValues(answer.getInputStream())) {
            while (rows.hasNext()) {
                use.accept(rows.next());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QuestionFailedException(Code.UNAVAILABLE, "", "The worker is being stopped. Try again.");
        } catch (QuestionFailedException e) {
            throw e;
        } catch (ExecutionException e) {
            throw failed(Failures.unwrapped(e));
        } catch (Exception e) {
            throw failed(e);
        }
    }

    private QuerySettings settings() {
        return new QuerySettings()
                .setDatabase(database)
                .setFormat(ClickHouseFormat.JSONEachRow)
                // an error must come instead of the rows, not after some of them
                .waitEndOfQuery(true)
                .serverSetting("readonly", "2")
                .serverSetting(
                        "max_execution_time", Long.toString(limits.maxTime().toSeconds()))
                .serverSetting("timeout_before_checking_execution_speed", "0")
                .serverSetting(
                        "max_memory_usage", Long.toString(limits.maxMemory().toBytes()))
                .serverSetting("max_result_rows", Integer.toString(MOST_ROWS))
                .serverSetting("result_overflow_mode", "throw")
                .serverSetting("date_time_output_format", "iso")
                .serverSetting("output_format_json_quote_64bit_integers", "0")
                .serverSetting("output_format_json_quote_denormals", "0");
    }

    private static QuestionFailedException failed(Exception error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException answer && TOO_LARGE.contains(answer.getCode())) {
                return new QuestionFailedException(
                        Code.QUERY_TOO_LARGE,
                        "",
                        "The answer would take more time or memory than a question may: ask for a shorter time.");
            }
        }
        log.warn("the event log could not be read: {}", Failures.code(error));
        return new QuestionFailedException(Code.UNAVAILABLE, "", "The event log cannot be read now. Try again.");
    }

    @Override
    public void close() {
        client.close();
    }
}
