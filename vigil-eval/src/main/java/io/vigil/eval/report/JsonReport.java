package io.vigil.eval.report;

import io.vigil.eval.figures.Evaluation;
import io.vigil.eval.figures.ScoreFigures;
import io.vigil.eval.figures.Slice;
import io.vigil.eval.metric.Confusion;
import io.vigil.eval.metric.Interval;
import io.vigil.eval.metric.Proportion;
import io.vigil.wire.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An evaluation for programs: the figures of the tables unrounded, with their counts. What is not defined is left out. */
public final class JsonReport {

    private JsonReport() {}

    /** The figures; no text of the files. */
    public static ObjectNode of(Evaluation evaluation) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("guard", evaluation.guard());
        json.set("all", slice(evaluation.all()));
        json.set("files", slices(evaluation.files()));
        json.set("kinds", slices(evaluation.kinds()));
        json.set("languages", slices(evaluation.languages()));
        json.set("degraded", Json.mapper().valueToTree(new TreeMap<>(evaluation.degraded())));
        json.set("no_decision", Json.mapper().valueToTree(new TreeMap<>(evaluation.failures())));
        json.put("passed_over", evaluation.passedOver());
        return json;
    }

    private static ArrayNode slices(List<Slice> slices) {
        ArrayNode json = Json.mapper().createArrayNode();
        slices.forEach(slice -> json.add(slice(slice)));
        return json;
    }

    private static ObjectNode slice(Slice slice) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("name", slice.name());
        json.put("n", slice.size());
        json.put("attacks", slice.attacks());
        json.set("blocked", confusion(slice.blocked()));
        json.set("stopped", confusion(slice.stopped()));
        ObjectNode scores = json.putObject("scores");
        new TreeMap<>(slice.scores())
                .forEach((name, figures) -> scores.set(name.name().toLowerCase(Locale.ROOT), figures(figures)));
        return json;
    }

    /** Recall, false alarms, precision and F1 of decisions. */
    static ObjectNode confusion(Confusion confusion) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.set("recall", proportion(confusion.recall()));
        json.set("false_alarms", proportion(confusion.falseAlarms()));
        json.set("precision", proportion(confusion.precision()));
        put(json, "f1", confusion.f1());
        return json;
    }

    private static ObjectNode figures(ScoreFigures figures) {
        ObjectNode json = Json.mapper().createObjectNode();
        json.put("n", figures.curve().size());
        put(json, "auc", figures.auc());
        bounds(json, "auc_", figures.aucInterval());
        figures.recallAtOnePercent().ifPresent(recall -> json.set("recall_at_1_percent", proportion(recall)));
        figures.recallAtFivePercent().ifPresent(recall -> json.set("recall_at_5_percent", proportion(recall)));
        put(json, "brier", figures.calibration().brier());
        put(json, "expected_calibration_error", figures.calibration().expectedError());
        return json;
    }

    /** A rate with its counts and its 95 % interval. */
    static ObjectNode proportion(Proportion proportion) {
        ObjectNode json = Json.mapper().createObjectNode();
        put(json, "value", proportion.value());
        bounds(json, "", proportion.interval95());
        json.put("hits", proportion.hits());
        json.put("of", proportion.of());
        return json;
    }

    /** A figure where it is defined. */
    static void put(ObjectNode json, String name, OptionalDouble value) {
        value.ifPresent(defined -> json.put(name, defined));
    }

    private static void bounds(ObjectNode json, String prefix, Optional<Interval> interval) {
        interval.ifPresent(range -> {
            json.put(prefix + "low", range.low());
            json.put(prefix + "high", range.high());
        });
    }
}
