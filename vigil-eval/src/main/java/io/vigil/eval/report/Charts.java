package io.vigil.eval.report;

import io.vigil.eval.figures.Evaluation;
import io.vigil.eval.figures.ScoreFigures;
import io.vigil.eval.figures.ScoreName;
import io.vigil.eval.figures.Slice;
import io.vigil.eval.metric.Calibration;
import io.vigil.eval.metric.Confusion;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The curves of an evaluation. */
final class Charts {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 460;
    private static final double PERCENT = 100;
    private static final float LINE = 1.6f;

    private Charts() {}

    /** ROC of every score over all texts. */
    static XYChart roc(Slice slice) {
        var chart = chart("ROC, all texts", "false alarms", "recall");
        new EnumMap<>(slice.scores())
                .forEach((name, figures) -> line(chart, name.title(), figures, Charts::alarms, Charts::recall));
        diagonal(chart);
        return chart;
    }

    /** ROC of the threat score for each file that holds both labels. */
    static XYChart rocByFile(Evaluation evaluation) {
        var chart = chart("ROC of the threat score, by file", "false alarms", "recall");
        for (Slice file : evaluation.files()) {
            var threat = file.scores().get(ScoreName.THREAT);
            if (threat != null && threat.auc().isPresent()) {
                line(chart, file.name(), threat, Charts::alarms, Charts::recall);
            }
        }
        diagonal(chart);
        return chart;
    }

    /** Precision over recall of every score; from the first threshold that raises an alarm. */
    static XYChart precisionRecall(Slice slice) {
        var chart = chart("Precision and recall, all texts", "recall", "precision");
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideSW);
        new EnumMap<>(slice.scores())
                .forEach((name, figures) -> line(
                        chart,
                        name.title(),
                        figures,
                        Charts::recall,
                        step -> step.precision().value().orElse(1)));
        return chart;
    }

    /** Share of attacks among texts with about the same score. */
    static XYChart calibration(Slice slice) {
        var chart = chart("Calibration, all texts", "score / 100", "share of attacks");
        chart.getStyler().setLegendPosition(Styler.LegendPosition.InsideNW);
        new EnumMap<>(slice.scores()).forEach((name, figures) -> {
            List<Calibration.Bin> bins = figures.calibration().bins().stream()
                    .filter(bin -> bin.attacks().of() > 0)
                    .toList();
            chart.addSeries(
                            name.title(),
                            bins.stream()
                                    .mapToDouble(bin -> bin.meanScore() / PERCENT)
                                    .toArray(),
                            bins.stream()
                                    .mapToDouble(bin -> bin.attacks().value().orElseThrow())
                                    .toArray())
                    .setMarker(SeriesMarkers.CIRCLE);
        });
        diagonal(chart);
        return chart;
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        var styler = chart.getStyler();
        styler.setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        styler.setXAxisDecimalPattern("0.0").setYAxisDecimalPattern("0.0");
        styler.setLegendPosition(Styler.LegendPosition.InsideSE);
        styler.setChartBackgroundColor(Color.WHITE);
        return chart;
    }

    /** Comes last, so that a score has the same colour in every chart. */
    private static void diagonal(XYChart chart) {
        chart.addSeries("chance", new double[] {0, 1}, new double[] {0, 1})
                .setMarker(SeriesMarkers.NONE)
                .setLineColor(Color.LIGHT_GRAY)
                .setLineStyle(new BasicStroke(1))
                .setShowInLegend(false);
    }

    private static void line(
            XYChart chart,
            String name,
            ScoreFigures figures,
            ToDoubleFunction<Confusion> x,
            ToDoubleFunction<Confusion> y) {
        List<Confusion> steps = figures.curve().steps();
        chart.addSeries(
                        name + " " + Cells.unit(figures.auc()),
                        steps.stream().mapToDouble(x).toArray(),
                        steps.stream().mapToDouble(y).toArray())
                .setMarker(SeriesMarkers.NONE)
                .setLineWidth(LINE);
    }

    private static double alarms(Confusion step) {
        return step.falseAlarms().value().orElse(0);
    }

    private static double recall(Confusion step) {
        return step.recall().value().orElse(0);
    }
}
