package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.vigil.wire.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The alert rules, judged by Prometheus' own tool; {@code ./vigil test} obtains it. */
class AlertRulesIT {

    private static final Path RULES = Shipped.root().resolve("deploy/prometheus");

    @Test
    void prometheusReadsTheConfigurationAndTheRules() throws Exception {
        promtool("check", "config", "prometheus.yml");
        promtool("check", "rules", "alerts.yml");
    }

    @Test
    void eachAlertFiresWhenItShallAndOnlyThen() throws Exception {
        promtool("test", "rules", "alerts.test.yml");
    }

    /** Prometheus reads an expression only as part of a rule. */
    @Test
    void prometheusReadsWhatDashboardsAsk(@TempDir Path folder) throws Exception {
        var rules = new ArrayList<Map<String, String>>();
        for (Path file : ObservabilityTest.dashboards()) {
            for (JsonNode expression :
                    Json.mapper().readTree(Shipped.read(file)).findValues("expr")) {
                rules.add(Map.of(
                        "record",
                        "panel" + rules.size(),
                        "expr",
                        expression.asString("").replaceAll("\\$__\\w+", "5m")));
            }
        }
        Path group = folder.resolve("panels.yml");
        Files.writeString(
                group,
                Json.mapper().writeValueAsString(Map.of("groups", List.of(Map.of("name", "panels", "rules", rules)))));
        promtool("check", "rules", group.toString());
    }

    @Test
    void eachAlertIsTested() {
        String tests = Shipped.read(RULES.resolve("alerts.test.yml"));
        assertThat(ObservabilityTest.alerts())
                .allSatisfy(alert -> assertThat(tests).contains("runbook_url: " + alert.runbook()));
    }

    private static void promtool(String... arguments) throws Exception {
        Path tool = Path.of(System.getenv()
                .getOrDefault(
                        "PROMTOOL_BIN",
                        Shipped.root()
                                .resolve(".vigil/prometheus/usr/bin/promtool")
                                .toString()));
        assumeTrue(Files.isExecutable(tool), "no promtool: run deploy/local/promtool.sh, or set PROMTOOL_BIN");
        Process process = new ProcessBuilder(Stream.concat(Stream.of(tool.toString()), Stream.of(arguments))
                        .toList())
                .directory(RULES.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(List.of(arguments) + "\n" + output).isZero();
    }
}
