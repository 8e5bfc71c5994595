package io.vigil.cli.command;

import io.vigil.cli.view.Paint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An answer of the gateway for people.
 *
 * @param paint colours
 */
record AnswerView(Paint paint) {

    List<String> answer(JsonNode answer, Duration took) {
        List<String> lines = new ArrayList<>();
        lines.add("%s  score %d/100, confidence %.2f, %d ms"
                .formatted(
                        decision(answer.path("decision").asString("?")),
                        answer.path("threat_score").asInt(0),
                        answer.path("confidence").asDouble(0),
                        took.toMillis()));
        field(lines, "categories", joined(answer.path("categories")));
        field(lines, "personal data", joined(answer.path("pii_types")));
        field(lines, "flags", joined(answer.path("flags")));
        field(lines, "degraded", joined(answer.path("degraded_branches")));
        field(lines, "use instead", answer.path("sanitized_text").asString(""));
        field(lines, "message", answer.path("block_message").asString(""));
        JsonNode process = answer.path("decision_process");
        for (JsonNode explanation : process.path("explanations")) {
            field(lines, "because", explanation.asString(""));
        }
        field(lines, "request", answer.path("request_id").asString(""));
        return lines;
    }

    List<String> problem(int status, String body) {
        return List.of(paint.bad("HTTP " + status), body);
    }

    private String decision(String decision) {
        return switch (decision) {
            case "ALLOW" -> paint.good(decision);
            case "SANITIZE" -> paint.warning(decision);
            default -> paint.bad(decision);
        };
    }

    private void field(List<String> lines, String name, String value) {
        if (!value.isBlank()) {
            lines.add("  " + paint.faint(name + " ".repeat(14 - name.length())) + " " + value);
        }
    }

    private static String joined(JsonNode array) {
        return array.valueStream().map(node -> node.asString("")).collect(Collectors.joining(", "));
    }
}
