package io.vigil.eval.report;

import io.vigil.eval.annotation.Agreement;
import io.vigil.eval.annotation.AnnotatedText;
import io.vigil.eval.annotation.Annotation;
import io.vigil.eval.annotation.Comparison;
import io.vigil.eval.annotation.EntityFigures;
import io.vigil.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How well personal data was found, for people and programs. */
public final class AnnotationReport {

    private static final List<String> HEADINGS = List.of(
            "entity",
            "annotated",
            "recall % (95 %)",
            "precision % (95 %)",
            "F2",
            "exact recall %",
            "exact precision %",
            "exact F2",
            "not judged");

    private AnnotationReport() {}

    /** A table; no text of the files. */
    public static String text(Agreement agreement) {
        var rows = Stream.concat(Stream.of(agreement.all()), agreement.entities().stream())
                .map(AnnotationReport::cells)
                .toList();
        return agreement.name() + ", " + agreement.texts() + " texts\n"
                + TextReport.text(new Tables.Table(HEADINGS, rows)) + "\n" + outOfScope(agreement.outOfScope());
    }

    /** The same figures unrounded, with their counts. */
    public static ObjectNode json(Agreement all, List<Agreement> files) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.set("all", json(all));
        ArrayNode each = json.putArray("files");
        files.forEach(file -> each.add(json(file)));
        return json;
    }

    /** What was missed and what was found without being there, some of each entity, quoted. */
    public static String misses(List<Comparison> comparisons, int most) {
        return "annotated and not found:\n"
                + lines(comparisons, most, AnnotationReport::missed)
                + "found and annotated as something else, or not at all:\n"
                + lines(comparisons, most, AnnotationReport::wrong);
    }

    private static List<String> cells(EntityFigures figures) {
        return List.of(
                figures.entity(),
                Integer.toString(figures.recall().of()),
                Cells.rate(figures.recall()),
                Cells.rate(figures.precision()),
                Cells.unit(figures.f2()),
                Cells.plainRate(figures.exactRecall()),
                Cells.plainRate(figures.exactPrecision()),
                Cells.unit(figures.exactF2()),
                Integer.toString(figures.notJudged()));
    }

    private static String outOfScope(Map<String, Integer> counts) {
        return counts.isEmpty()
                ? ""
                : "annotated, and no entity of the catalogue: "
                        + new TreeMap<>(counts)
                                .entrySet().stream()
                                        .map(entry -> entry.getKey() + " × " + entry.getValue())
                                        .collect(Collectors.joining(", "))
                        + "\n";
    }

    private static ObjectNode json(Agreement agreement) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("name", agreement.name());
        json.put("texts", agreement.texts());
        json.set("all", json(agreement.all()));
        ObjectNode entities = json.putObject("entities");
        agreement.entities().forEach(figures -> entities.set(figures.entity(), json(figures)));
        json.set("out_of_scope", Json.mapper().valueToTree(new TreeMap<>(agreement.outOfScope())));
        return json;
    }

    private static ObjectNode json(EntityFigures figures) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.set("recall", JsonReport.proportion(figures.recall()));
        json.set("precision", JsonReport.proportion(figures.precision()));
        JsonReport.put(json, "f2", figures.f2());
        json.set("exact_recall", JsonReport.proportion(figures.exactRecall()));
        json.set("exact_precision", JsonReport.proportion(figures.exactPrecision()));
        JsonReport.put(json, "exact_f2", figures.exactF2());
        json.put("not_judged", figures.notJudged());
        return json;
    }

    private static Stream<Annotation> missed(Comparison comparison) {
        return comparison.text().annotations().stream()
                .filter(annotated -> comparison.names().isInCatalogue(annotated.entity()))
                .filter(annotated -> !comparison.isFound(annotated));
    }

    private static Stream<Annotation> wrong(Comparison comparison) {
        return comparison.found().stream().filter(one -> !comparison.isRight(one));
    }

    private static String lines(
            List<Comparison> comparisons, int most, Function<Comparison, Stream<Annotation>> chosen) {
        var byEntity = new TreeMap<String, List<String>>();
        for (Comparison comparison : comparisons) {
            chosen.apply(comparison)
                    .forEach(annotation -> byEntity.computeIfAbsent(annotation.entity(), name -> new ArrayList<>())
                            .add(line(comparison.text(), annotation)));
        }
        return byEntity.values().stream()
                .flatMap(lines -> lines.stream().limit(most))
                .collect(Collectors.joining());
    }

    private static String line(AnnotatedText text, Annotation annotation) {
        return "  " + text.place() + " " + annotation.entity() + " " + Quotes.oneLine(text.quoted(annotation)) + "\n";
    }
}
