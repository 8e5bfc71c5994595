package io.vigil.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.clickhouse.client.api.Client;
import io.vigil.logging.clickhouse.ClickHouseClients;
import io.vigil.logging.clickhouse.EventSchema;
import io.vigil.logging.clickhouse.TestSettings;
import io.vigil.logging.event.EventRow;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.wire.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EventLogDocumentIT {

    private static final Pattern COLUMN = Pattern.compile("^\\| `(\\w+)` \\| `(.+?)` \\| (.+) \\|$", Pattern.MULTILINE);
    private static final Pattern QUERY = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.create();

    private static String document;

    @BeforeAll
    static void makeTheTable() throws Exception {
        document = Files.readString(Path.of(System.getProperty("vigil.root"), "docs", "event-log.md"));
        clickHouse.server().query("DROP DATABASE IF EXISTS event_document");
        var properties =
                TestSettings.of(clickHouse.server().host(), clickHouse.server().port(), "event_document");
        try (Client client = ClickHouseClients.open(properties)) {
            new EventSchema(properties).apply(client);
        }
    }

    @Test
    void namesTheColumnsOfTheTable() {
        String columns = clickHouse
                .server()
                .query(
                        "SELECT name, type, comment FROM system.columns"
                                + " WHERE database = 'event_document' AND table = 'vigil_events' ORDER BY position FORMAT TSVRaw");

        assertThat(COLUMN.matcher(document)
                        .results()
                        .map(row -> row.group(1) + "\t" + row.group(2) + "\t" + row.group(3)))
                .containsExactlyElementsOf(columns.lines().toList());
    }

    @Test
    void writesEveryColumnOfTheTable() {
        String columns = clickHouse
                .server()
                .query("SELECT name FROM system.columns WHERE database = 'event_document'"
                        + " AND table = 'vigil_events' AND name != 'inserted_at'");
        var complete = EventRow.of(SampleEvents.withSealedText("r1", "raw"), true);

        List<String> written = List.copyOf(Json.mapper().valueToTree(complete).propertyNames());

        // this event has no score of the branches B and C, and no null is ever sent
        assertThat(columns.lines()
                        .filter(name ->
                                !List.of("branch_b_score", "branch_c_score").contains(name)))
                .containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void showsQueriesThatRun() {
        var queries = QUERY.matcher(document).results().map(MatchResult::group).toList();
        assertThat(queries).hasSize(3);
        QUERY.matcher(document)
                .results()
                .map(query -> query.group(1).replace("n8n_logs.", "event_document."))
                .forEach(sql -> clickHouse.server().query(sql));
    }
}
