package io.vigil.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.clickhouse.client.api.Client;
import io.vigil.logging.clickhouse.ClickHouseClients;
import io.vigil.logging.clickhouse.ClickHouseProperties;
import io.vigil.logging.clickhouse.EventSchema;
import io.vigil.testkit.ClickHouseServerExtension;
import io.vigil.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import tools.jackson.databind.JsonNode;

/** What the dashboards ask ClickHouse, it answers. */
class DashboardQueriesIT {

    private static final String DATABASE = "dashboards";

    @RegisterExtension
    static final ClickHouseServerExtension clickHouse = ClickHouseServerExtension.create();

    /** One query of one panel. */
    record Query(String panel, String sql) {
        @Override
        public String toString() {
            return panel;
        }
    }

    @BeforeAll
    static void makeTheTable() throws Exception {
        clickHouse.server().query("DROP DATABASE IF EXISTS " + DATABASE);
        var settings = new MapConfigurationPropertySource(Map.of(
                "it.host",
                clickHouse.server().host(),
                "it.port",
                clickHouse.server().port(),
                "it.database",
                DATABASE));
        var properties =
                new Binder(settings).bind("it", ClickHouseProperties.class).get();
        try (Client client = ClickHouseClients.open(properties)) {
            new EventSchema(properties).apply(client);
        }
    }

    @ParameterizedTest
    @MethodSource("queries")
    void isAnswered(Query query) {
        assertThatCode(() -> clickHouse.server().query(asGrafanaSendsIt(query.sql())))
                .doesNotThrowAnyException();
    }

    @Test
    void findsQueries() {
        assertThat(queries()).hasSizeGreaterThan(15);
    }

    static List<Query> queries() {
        Path folder = Path.of(System.getProperty("vigil.root"), "deploy", "grafana", "dashboards");
        var queries = new ArrayList<Query>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                for (JsonNode panel :
                        Json.mapper().readTree(Files.readString(file)).path("panels")) {
                    panel.findValues("rawSql")
                            .forEach(sql ->
                                    queries.add(new Query(panel.path("title").asString(""), sql.asString(""))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return queries;
    }

    private static String asGrafanaSendsIt(String sql) {
        return sql.replaceAll("\\$__timeFilter\\((\\w+)\\)", "($1 >= now() - INTERVAL 1 DAY AND $1 <= now())")
                .replaceAll("\\$__timeInterval\\((\\w+)\\)", "toStartOfInterval(toDateTime($1), INTERVAL 60 second)")
                .replace("FROM vigil_events", "FROM " + DATABASE + ".vigil_events");
    }
}
