package io.vigil.cli.events;

import io.vigil.cli.view.Paint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * The explanation of an event for people.
 *
 * @param paint colours
 */
record ExplanationView(Paint paint) {

    private static final int WIDTH = 96;

    List<String> lines(JsonNode explanation) {
        JsonNode event = explanation.path("event");
        var lines = new ArrayList<String>();
        lines.add("%s  score %d/100  %s  %s"
                .formatted(
                        decision(event.path("decision").asString("?")),
                        event.path("threat_score").asInt(0),
                        event.path("occurred_at").asString(""),
                        event.path("event_id").asString("")));
        lines.add("");
        lines.addAll(wrapped(explanation.path("summary").asString("")));
        branches(lines, explanation.path("branches"));
        rules(lines, explanation.path("rules"));
        timings(lines, explanation.path("timings"));
        lines.add("");
        lines.add(paint.faint("policy") + "  revision "
                + event.path("policy_revision").asLong(0));
        lines.add(paint.faint("text  ") + "  " + event.path("text_excerpt").asString(""));
        return lines;
    }

    private static void heading(List<String> lines, String text, Paint paint) {
        lines.add("");
        lines.add(paint.strong(text));
    }

    private void branches(List<String> lines, JsonNode branches) {
        if (branches.isEmpty()) {
            return;
        }
        heading(lines, "What each branch said", paint);
        for (JsonNode branch : branches) {
            String name = "%s %s"
                    .formatted(
                            branch.path("branch").asString("").toUpperCase(Locale.ROOT),
                            branch.path("name").asString(""));
            lines.add("  %-13s %s"
                    .formatted(
                            name,
                            branch.has("score")
                                    ? branch.path("score").asInt() + "/100"
                                    : branch.path("status").asString("") + ": "
                                            + branch.path("because").asString("")));
            for (JsonNode reason : branch.path("reasons")) {
                lines.add("                " + reason.asString(""));
            }
        }
    }

    private void rules(List<String> lines, JsonNode rules) {
        if (rules.isEmpty()) {
            return;
        }
        heading(lines, "Rules that matched", paint);
        for (JsonNode rule : rules) {
            lines.add("  %3d  %s  %s"
                    .formatted(
                            rule.path("score").asInt(0),
                            rule.path("rule").asString(""),
                            rule.path("description").asString("")));
        }
    }

    private void timings(List<String> lines, JsonNode timings) {
        if (timings.isEmpty()) {
            return;
        }
        heading(lines, "Time", paint);
        for (JsonNode timing : timings) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-13s waited %.1f ms, worked %.1f ms",
                    timing.path("stage").asString(""),
                    timing.path("queued_micros").asLong(0) / 1000.0,
                    timing.path("work_micros").asLong(0) / 1000.0));
        }
    }

    private String decision(String decision) {
        return switch (decision) {
            case "ALLOW" -> paint.good(decision);
            case "SANITIZE" -> paint.warning(decision);
            default -> paint.bad(decision);
        };
    }

    private static List<String> wrapped(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
