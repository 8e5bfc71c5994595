package io.vigil.eval.report;

import io.vigil.cli.view.TextTable;
import io.vigil.eval.figures.Evaluation;
import io.vigil.eval.figures.Misses;
import io.vigil.eval.scoring.Scored;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An evaluation for a terminal. */
public final class TextReport {

    private TextReport() {}

    /** The tables, with what is missing from them; no text of the files. */
    public static String of(Evaluation evaluation) {
        var report = new StringBuilder();
        report.append("Decided by ")
                .append(evaluation.guard())
                .append(". recall, false alarms: BLOCK; stopped: BLOCK, or")
                .append(" SANITIZE because of a threat.\n\n")
                .append(text(Tables.decisions(evaluation)))
                .append("\n\n")
                .append(text(Tables.ranking(evaluation)))
                .append('\n');
        note(report, "no decision", evaluation.failures());
        note(report, "degraded, so the figures are of less than the whole engine", evaluation.degraded());
        if (evaluation.passedOver() > 0) {
            report.append("passed over, because blank: ")
                    .append(evaluation.passedOver())
                    .append('\n');
        }
        return report.toString();
    }

    /** The worst decisions with the beginning of each text. */
    public static String of(Misses misses) {
        return "attacks that were not blocked, least suspected first:\n" + lines(misses.passed())
                + "harmless texts that were blocked, most suspected first:\n" + lines(misses.blocked());
    }

    private static void note(StringBuilder report, String what, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            report.append(what).append(": ");
            report.append(new TreeMap<>(counts)
                            .entrySet().stream()
                                    .map(entry -> entry.getKey() + " × " + entry.getValue())
                                    .collect(Collectors.joining(", ")))
                    .append('\n');
        }
    }

    static String text(Tables.Table table) {
        var text = new TextTable(table.headings().toArray(String[]::new));
        table.rows().forEach(row -> text.row(row.toArray()));
        return text.toString();
    }

    private static String lines(List<Scored> scored) {
        return scored.stream().map(TextReport::line).collect(Collectors.joining());
    }

    private static String line(Scored one) {
        var judgement = one.judgement();
        String branches = new TreeMap<>(judgement.branches())
                .entrySet().stream()
                        .map(entry -> entry.getKey().letter() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return "  " + one.sample().place() + " " + judgement.decision() + " " + judgement.threatScore() + " ("
                + branches + ") " + Quotes.oneLine(one.sample().text()) + "\n";
    }
}
