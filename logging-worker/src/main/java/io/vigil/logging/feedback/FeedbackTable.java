package io.vigil.logging.feedback;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import io.vigil.logging.clickhouse.ClickHouseProperties;
import io.vigil.logging.clickhouse.Failures;
import io.vigil.logging.query.QuestionFailedException;
import io.vigil.message.ServiceFault.Code;
import io.vigil.wire.Json;
import java.io.ByteArrayInputStream;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of feedback, beside that of the events. Thread-safe. */
public final class FeedbackTable {

    private static final Logger log = LoggerFactory.getLogger(FeedbackTable.class);

    private final Client client;
    private final String database;
    private final String name;

    public FeedbackTable(Client client, ClickHouseProperties clickHouse) {
        this.client = client;
        this.database = clickHouse.database();
        this.name = clickHouse.table() + "_feedback";
    }

    /** @throws QuestionFailedException it is not known to be kept */
    void insert(FeedbackRow row) {
        var body = new ByteArrayInputStream(Json.mapper().writeValueAsBytes(row));
        try (var _ = client.insert(name, body, ClickHouseFormat.JSONEachRow, new InsertSettings().setDatabase(database))
                .get()) {
            // an answer without an error is the acknowledgement
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable();
        } catch (ExecutionException e) {
            log.warn("feedback could not be kept: {}", Failures.code(e));
            throw unavailable();
        }
    }

    private static QuestionFailedException unavailable() {
        return new QuestionFailedException(Code.UNAVAILABLE, "", "Feedback cannot be kept now. Try again.");
    }
}
