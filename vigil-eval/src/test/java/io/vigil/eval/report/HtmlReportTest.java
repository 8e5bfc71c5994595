package io.vigil.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.eval.figures.Evaluation;
import io.vigil.eval.guard.Judgement;
import io.vigil.eval.sample.Sample;
import io.vigil.eval.scoring.Scored;
import io.vigil.eval.scoring.Scores;
import io.vigil.message.BranchId;
import io.vigil.message.Decision;
import io.vigil.message.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    private final Evaluation evaluation = Evaluation.of(
            "test",
            new Scores(
                    List.of(
                            scored(true, 90, Decision.BLOCK),
                            scored(true, 20, Decision.ALLOW),
                            scored(false, 5, Decision.ALLOW)),
                    Map.of()),
            0);

    @Test
    void standsAlone() {
        assertThat(HtmlReport.of(evaluation))
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "src=\"http", "@import", "href=");
    }

    @Test
    void holdsTheFourCurves() {
        assertThat(HtmlReport.of(evaluation).split("data:image/svg", -1)).hasSize(5);
        assertThat(HtmlReport.of(evaluation))
                .contains("ROC, all texts", "by file", "Calibration", "Precision and recall");
    }

    @Test
    void escapesNamesAndHoldsNoText() {
        assertThat(HtmlReport.of(evaluation)).contains("a&lt;b&gt;.jsonl").doesNotContain("a<b>", "secret words");
    }

    @Test
    void isTheSameForTheSameFigures() {
        assertThat(HtmlReport.of(evaluation)).isEqualTo(HtmlReport.of(evaluation));
    }

    @Test
    void drawsWhatThereIsWhereOnlyOneLabelIs() {
        var attacks =
                Evaluation.of("test", new Scores(List.of(scored(true, 90, Decision.BLOCK)), Map.of("HTTP 503", 1)), 2);
        assertThat(HtmlReport.of(attacks)).contains("HTTP 503 × 1", "passed over");
    }

    private static Scored scored(boolean attack, int threat, Decision decision) {
        return new Scored(
                new Sample(new Sample.Place("a<b>.jsonl", 1), "secret words", attack, "kind", "en", Source.USER_INPUT),
                new Judgement(decision, threat, 30, Map.of(BranchId.SEMANTIC, threat), List.of()));
    }
}
