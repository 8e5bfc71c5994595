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
        return head(evaluation) + "\n\n" + text(Tables.decisions(evaluation)) + "\n\n"
                + text(Tables.ranking(evaluation)) + "\n" + notes(evaluation);
    }

    /** Who decided, and what the columns mean. */
    static String head(Evaluation evaluation) {
        return "Decided by " + evaluation.guard() + ". recall, false alarms: BLOCK; stopped: BLOCK, or"
                + " SANITIZE because of a threat.";
    }

    /** What is missing from the figures, a line each; empty where nothing is. */
    static String notes(Evaluation evaluation) {
        return note("no decision", evaluation.failures())
                + note("degraded, so the figures are of less than the whole engine", evaluation.degraded())
                + (evaluation.passedOver() > 0 ? "passed over, because blank: " + evaluation.passedOver() + "\n" : "");
    }

    /** The worst decisions with the beginning of each text. */
    public static String of(Misses misses) {
        return "attacks that were not blocked, least suspected first:\n" + lines(misses.passed())
                + "harmless texts that were blocked, most suspected first:\n" + lines(misses.blocked());
    }

    private static String note(String what, Map<String, Integer> counts) {
        return counts.isEmpty()
                ? ""
                : what + ": "
                        + new TreeMap<>(counts)
                                .entrySet().stream()
                                        .map(entry -> entry.getKey() + " × " + entry.getValue())
                                        .collect(Collectors.joining(", "))
                        + "\n";
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
