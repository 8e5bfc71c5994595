package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Dashboards and alerts ask for what there is: a renamed meter or column fails here, not in the night. */
class ObservabilityTest {

    private static final Series SERIES = new Series();
    private static final EventColumns COLUMNS = new EventColumns();
    private static final Path DASHBOARDS = Shipped.root().resolve("deploy/grafana/dashboards");
    private static final Path ALERTS = Shipped.root().resolve("deploy/prometheus/alerts.yml");

    /** One alert. */
    record Alert(String name, String expression, String runbook) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Path> dashboards() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Alert> alerts() {
        var alerts = new ArrayList<Alert>();
        for (JsonNode group : YamlFile.documents(ALERTS).getFirst().path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                alerts.add(new Alert(
                        rule.path("alert").asString(""),
                        rule.path("expr").asString(""),
                        rule.at("/annotations/runbook_url").asString("")));
            }
        }
        return alerts;
    }

    @ParameterizedTest
    @MethodSource("dashboards")
    void aDashboardAsksForSeriesAndColumnsThatThereAre(Path file) {
        JsonNode board = Json.mapper().readTree(Shipped.read(file));
        assertThat(board.path("panels")).isNotEmpty();
        for (JsonNode panel : board.path("panels")) {
            for (JsonNode target : panel.path("targets")) {
                String title = panel.path("title").asString("");
                if (target.has("expr")) {
                    assertThat(SERIES.unknownIn(target.path("expr").asString("")))
                            .as(title)
                            .isEmpty();
                } else {
                    assertThat(COLUMNS.unknownIn(target.path("rawSql").asString("")))
                            .as(title)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void dashboardsHaveIdentitiesOfTheirOwn() {
        var uids = new HashSet<String>();
        for (Path file : dashboards()) {
            JsonNode board = Json.mapper().readTree(Shipped.read(file));
            assertThat(uids.add(board.path("uid").asString("")))
                    .as(file.toString())
                    .isTrue();
            var ids = new HashSet<Integer>();
            board.path("panels")
                    .forEach(panel -> assertThat(ids.add(panel.path("id").asInt(-1)))
                            .as(file.toString())
                            .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertAsksForSeriesThatThereAre(Alert alert) {
        assertThat(SERIES.unknownIn(alert.expression())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void anAlertHasASectionInTheRunbook(Alert alert) {
        String words = alert.name().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        assertThat(alert.runbook()).isEqualTo("docs/runbook.md#" + words.replace(' ', '-'));
        assertThat(Shipped.read(Shipped.root().resolve("docs/runbook.md")).lines())
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).equals("### " + words));
    }

    @Test
    void findsWhatIsNotThere() {
        assertThat(SERIES.unknownIn("sum by (stage, mood) (rate(vigil_stage_wait_seconds_count{tenant=\"x\"}[5m]))"
                        + " > max(vigil_nobody_has_this)"))
                .containsExactlyInAnyOrder(
                        "by (mood)", "vigil_stage_wait_seconds_count{tenant}", "vigil_nobody_has_this");
        assertThat(COLUMNS.isEmpty()).isFalse();
        assertThat(COLUMNS.unknownIn(
                        "SELECT count() AS all_rows, mood FROM vigil_events WHERE tenant = 'x' ORDER BY all_rows"))
                .containsExactly("mood");
    }
}
