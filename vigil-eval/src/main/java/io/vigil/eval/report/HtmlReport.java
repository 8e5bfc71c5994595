package io.vigil.eval.report;

import io.vigil.eval.figures.Evaluation;
import io.vigil.eval.figures.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import org.knowm.xchart.XYChart;

/** An evaluation as one page that needs nothing beside it. */
public final class HtmlReport {

    private HtmlReport() {}

    /** The page; no text of the files. */
    public static String of(Evaluation evaluation) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>Vigil evaluation</title>
                <style>
                body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem; color: #222; }
                table { border-collapse: collapse; margin: 1rem 0 2rem; font-variant-numeric: tabular-nums; }
                th, td { padding: .25rem .6rem; border-bottom: 1px solid #ddd; text-align: right; white-space: nowrap; }
                th { position: sticky; top: 0; background: #fff; }
                th:nth-child(-n+2), td:nth-child(-n+2) { text-align: left; }
                .charts { display: flex; flex-wrap: wrap; gap: 1rem; }
                .charts img { width: 560px; height: 460px; border: 1px solid #eee; }
                </style>
                </head>
                <body>
                <h1>Vigil evaluation</h1>
                <p>%s</p>
                <h2>Decisions</h2>
                %s
                <h2>Scores</h2>
                %s
                <div class="charts">
                %s
                </div>
                </body>
                </html>
                """.formatted(
                        escaped(TextReport.head(evaluation)) + "<br>" + escaped(TextReport.notes(evaluation)),
                        table(Tables.decisions(evaluation)),
                        table(Tables.ranking(evaluation)),
                        charts(evaluation));
    }

    private static String charts(Evaluation evaluation) {
        Slice all = evaluation.all();
        return String.join(
                "\n",
                picture(Charts.roc(all)),
                picture(Charts.rocByFile(evaluation)),
                picture(Charts.precisionRecall(all)),
                picture(Charts.calibration(all)));
    }

    /** Each in a document of its own: the names of clipping paths are the same in all of them. */
    private static String picture(XYChart chart) {
        String svg = Base64.getEncoder().encodeToString(Svg.of(chart).getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"" + escaped(chart.getTitle()) + "\" src=\"data:image/svg+xml;base64," + svg + "\">";
    }

    private static String table(Tables.Table table) {
        return "<table>\n<tr>"
                + table.headings().stream()
                        .map(heading -> "<th>" + escaped(heading) + "</th>")
                        .collect(Collectors.joining())
                + "</tr>\n"
                + table.rows().stream()
                        .map(row -> row.stream()
                                .map(cell -> "<td>" + escaped(cell) + "</td>")
                                .collect(Collectors.joining("", "<tr>", "</tr>\n")))
                        .collect(Collectors.joining())
                + "</table>";
    }

    /** Names of files and kinds may hold anything. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
