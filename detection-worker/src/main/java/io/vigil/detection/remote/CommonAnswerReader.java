package io.vigil.detection.remote;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Finding;
import io.vigil.message.ThreatLevel;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads the result that the heuristics and the semantic service share. A result that calls itself degraded has no vote,
 * whatever its score says: those services answer 100 when they fail.
 */
final class CommonAnswerReader implements AnswerReader {
    private static final int MAX_EXPLANATIONS = 10;
    private static final int MAX_FINDINGS = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:-]{1,80}");
    private static final Map<BranchId, Map.Entry<String, CriticalSignal>> SIGNALS = Map.of(
            BranchId.HEURISTICS, Map.entry("obfuscation_detected", CriticalSignal.OBFUSCATION_DETECTED),
            BranchId.SEMANTIC, Map.entry("high_similarity", CriticalSignal.HIGH_SIMILARITY));

    private final BranchId id;

    CommonAnswerReader(BranchId id) {
        this.id = id;
    }

    @Override
    public BranchReport read(JsonNode answer, long micros) throws BadAnswerException {
        var fields = new Fields(answer);
        if (!fields.text("branch_id").equals(String.valueOf(id.letter()))) {
            throw new BadAnswerException("branch_id");
        }
        if (fields.flag("degraded")) {
            return new BranchReport.Degraded(id, "reported_degraded", micros);
        }
        int score = fields.score("score");
        var features = fields.object("features");
        return new BranchReport.Scored(
                id,
                score,
                threatLevel(fields),
                fields.number("confidence", 0, 1),
                signals(fields.object("critical_signals")),
                measurements(features),
                findings(features, score),
                fields.texts("explanations", MAX_EXPLANATIONS),
                micros);
    }

    private static ThreatLevel threatLevel(Fields fields) throws BadAnswerException {
        return switch (fields.text("threat_level")) {
            case "LOW" -> ThreatLevel.LOW;
            case "MEDIUM" -> ThreatLevel.MEDIUM;
            case "HIGH" -> ThreatLevel.HIGH;
            default -> throw new BadAnswerException("threat_level");
        };
    }

    private Set<CriticalSignal> signals(Fields fields) throws BadAnswerException {
        var signals = EnumSet.noneOf(CriticalSignal.class);
        var known = SIGNALS.get(id);
        if (known != null && fields.flagOrFalse(known.getKey())) {
            signals.add(known.getValue());
        }
        return signals;
    }

    /** Numbers by name; of a nested detector its own score. */
    private static Map<String, Double> measurements(Fields features) {
        var numbers = new TreeMap<String, Double>();
        features.node().forEachEntry((name, value) -> {
            var number = value.isObject() ? value.path("score") : value;
            if (number.isNumber() && NAME.matcher(name).matches()) {
                numbers.put(name, number.doubleValue());
            }
        });
        return numbers;
    }

    private List<Finding> findings(Fields features, int score) {
        return switch (id) {
            case SEMANTIC ->
                features.node()
                        .path("top_k")
                        .valueStream()
                        .limit(1)
                        .flatMap(near -> finding(
                                near.path("category").asString(""),
                                near.path("pattern_id").asString(""),
                                score,
                                "nearest known attack of the remote service"))
                        .toList();
            default ->
                features.node()
                        .path("injection")
                        .path("categories_triggered")
                        .valueStream()
                        .limit(MAX_FINDINGS)
                        .flatMap(category -> finding(
                                category.asString(""), "remote", score, "category that the remote service reported"))
                        .toList();
        };
    }

    private static Stream<Finding> finding(String category, String pattern, int score, String description) {
        return NAME.matcher(category).matches() && NAME.matcher(pattern).matches()
                ? Stream.of(new Finding(category, pattern, score, description, null))
                : Stream.empty();
    }
}
