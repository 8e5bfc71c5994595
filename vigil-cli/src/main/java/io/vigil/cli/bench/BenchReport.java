package io.vigil.cli.bench;

import io.vigil.cli.view.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Measurements side by side, as text. */
final class BenchReport {

    private BenchReport() {}

    /** One column per measurement; with two, a third one tells the difference of the numbers. */
    static String of(List<BenchResult> results) {
        BenchResult first = results.getFirst();
        String header = "mode " + first.mode() + ", loop " + first.loop() + ", measured " + number(first.seconds())
                + " s" + System.lineSeparator() + System.lineSeparator();
        return header + summary(results) + System.lineSeparator() + System.lineSeparator() + processes(results);
    }

    private static String summary(List<BenchResult> results) {
        TextTable table = new TextTable(headings("", results));
        numbers(table, "requests/s", results, BenchResult::throughput);
        numbers(table, "p50 ms", results, result -> result.latency().p50Ms());
        numbers(table, "p90 ms", results, result -> result.latency().p90Ms());
        numbers(table, "p99 ms", results, result -> result.latency().p99Ms());
        numbers(table, "p99.9 ms", results, result -> result.latency().p999Ms());
        numbers(table, "max ms", results, result -> result.latency().maxMs());
        numbers(table, "CPU ms/request", results, BenchResult::cpuMillisPerRequest);
        words(table, "answered", results, result -> Long.toString(result.answered()));
        words(table, "errors", results, result -> result.failed() + kinds(result.errors()));
        words(table, "decisions", results, result -> kinds(result.decisions()).strip());
        return table.toString();
    }

    private static String processes(List<BenchResult> results) {
        TextTable table = new TextTable("process", "what", "CPU s", "CPU ms/request", "RSS MB");
        for (BenchResult result : results) {
            for (ProcessUsage process : result.processes()) {
                table.row(
                        process.name(),
                        result.label(),
                        number(process.cpuSeconds()),
                        number(result.cpuMillisPerRequest(process)),
                        process.residentMegabytes());
            }
        }
        return table.toString();
    }

    private static String[] headings(String first, List<BenchResult> results) {
        List<String> headings = new java.util.ArrayList<>(List.of(first));
        results.forEach(result -> headings.add(result.label()));
        if (results.size() == 2) {
            headings.add("difference");
        }
        return headings.toArray(String[]::new);
    }

    private static void numbers(
            TextTable table, String name, List<BenchResult> results, Function<BenchResult, Double> value) {
        List<String> cells = new java.util.ArrayList<>(List.of(name));
        results.forEach(result -> cells.add(number(value.apply(result))));
        if (results.size() == 2) {
            cells.add(number(value.apply(results.getFirst()) - value.apply(results.getLast())));
        }
        table.row(cells.toArray());
    }

    private static void words(
            TextTable table, String name, List<BenchResult> results, Function<BenchResult, String> value) {
        List<String> cells = new java.util.ArrayList<>(List.of(name));
        results.forEach(result -> cells.add(value.apply(result)));
        if (results.size() == 2) {
            cells.add("");
        }
        table.row(cells.toArray());
    }

    private static String kinds(Map<String, Long> counts) {
        return counts.isEmpty()
                ? ""
                : counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}
