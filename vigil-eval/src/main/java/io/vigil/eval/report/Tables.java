package io.vigil.eval.report;

import io.vigil.eval.figures.Evaluation;
import io.vigil.eval.figures.ScoreFigures;
import io.vigil.eval.figures.ScoreName;
import io.vigil.eval.figures.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The two tables of an evaluation: one line for all texts, for each file, kind and language. */
final class Tables {

    /**
     * A table.
     *
     * @param headings one for each column
     * @param rows as many cells each as there are headings
     */
    record Table(List<String> headings, List<List<String>> rows) {}

    private Tables() {}

    /** What was decided. */
    static Table decisions(Evaluation evaluation) {
        return table(
                evaluation,
                List.of(
                        "of",
                        "texts",
                        "attacks",
                        "n",
                        "recall % (95 %)",
                        "false alarms % (95 %)",
                        "precision %",
                        "F1",
                        "stopped: recall % (95 %)",
                        "stopped: false alarms % (95 %)"),
                Tables::decisions);
    }

    /** How well the scores rank. */
    static Table ranking(Evaluation evaluation) {
        return table(
                evaluation,
                List.of(
                        "of",
                        "texts",
                        "AUC threat (95 %)",
                        "AUC A (95 %)",
                        "AUC B (95 %)",
                        "AUC C (95 %)",
                        "recall % at 1 % false alarms",
                        "at 5 %"),
                Tables::ranking);
    }

    private interface Line {
        List<String> of(String group, Slice slice);
    }

    private static Table table(Evaluation evaluation, List<String> headings, Line line) {
        var rows = new ArrayList<List<String>>();
        rows.add(line.of("all", evaluation.all()));
        evaluation.files().forEach(slice -> rows.add(line.of("file", slice)));
        evaluation.kinds().forEach(slice -> rows.add(line.of("kind", slice)));
        evaluation.languages().forEach(slice -> rows.add(line.of("language", slice)));
        return new Table(headings, rows);
    }

    private static List<String> decisions(String group, Slice slice) {
        return List.of(
                group,
                slice.name(),
                Integer.toString(slice.attacks()),
                Integer.toString(slice.size()),
                Cells.rate(slice.blocked().recall()),
                Cells.rate(slice.blocked().falseAlarms()),
                Cells.plainRate(slice.blocked().precision()),
                Cells.unit(slice.blocked().f1()),
                Cells.rate(slice.stopped().recall()),
                Cells.rate(slice.stopped().falseAlarms()));
    }

    private static List<String> ranking(String group, Slice slice) {
        var threat = figures(slice, ScoreName.THREAT);
        return List.of(
                group,
                slice.name(),
                auc(threat),
                auc(figures(slice, ScoreName.HEURISTICS)),
                auc(figures(slice, ScoreName.SEMANTIC)),
                auc(figures(slice, ScoreName.CLASSIFIER)),
                Cells.rate(threat.flatMap(ScoreFigures::recallAtOnePercent)),
                Cells.rate(threat.flatMap(ScoreFigures::recallAtFivePercent)));
    }

    private static Optional<ScoreFigures> figures(Slice slice, ScoreName name) {
        return Optional.ofNullable(slice.scores().get(name));
    }

    private static String auc(Optional<ScoreFigures> figures) {
        return Cells.unit(
                figures.map(ScoreFigures::auc).orElse(OptionalDouble.empty()),
                figures.flatMap(ScoreFigures::aucInterval));
    }
}
