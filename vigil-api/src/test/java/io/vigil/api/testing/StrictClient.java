package io.vigil.api.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads answers as the strictest of the existing clients does: every key known, every type right. */
public final class StrictClient {

    private static final Set<String> RESULT = Set.of(
            "requestId",
            "decision",
            "score",
            "threatLevel",
            "confidence",
            "categories",
            "branches",
            "latencyMs",
            "timestamp",
            "sanitizedText",
            "outputText",
            "redactedText",
            "redactionApplied",
            "redactionMatchCount",
            "blockMessage",
            "decisionReason",
            "decisionFlags",
            "missingBranches",
            "waitedMs",
            "requestReceivedAt",
            "decisionFinalizedAt",
            "decisionLatencyMs",
            "languageInfo",
            "arbiterSignal",
            "ruleAction",
            "ruleSetId",
            "ruleSetName",
            "failOpen");

    private static final Set<String> FULL_PROFILE = Set.of(
            "requestId",
            "decision",
            "score",
            "threatLevel",
            "confidence",
            "categories",
            "branches",
            "latencyMs",
            "timestamp");

    /** What a client may take for the text to pass on. */
    private static final Set<String> TEXTUAL =
            Set.of("sanitizedText", "outputText", "redactedText", "blockMessage", "decisionReason");

    private StrictClient() {}

    /** A detection result, as {@code strict_mode} takes it. */
    public static void acceptsResult(JsonNode result) {
        keys(result, RESULT);
        assertThat(result.propertyNames()).containsAll(FULL_PROFILE);
        assertThat(result.path("requestId").isString()).isTrue();
        String decision = result.path("decision").asString("");
        assertThat(decision).isIn("ALLOWED", "BLOCKED", "SANITIZED");
        between(result.path("score"), 0, 100);
        assertThat(result.path("threatLevel").asString(""))
                .isEqualTo(level(result.path("score").asInt()));
        between(result.path("confidence"), 0, 1);
        assertThat(result.path("categories").isArray()).isTrue();
        integral(result.path("latencyMs"));
        integral(result.path("decisionLatencyMs"));
        instants(result);
        texts(result, decision);
        for (String list : Set.of("decisionFlags", "missingBranches")) {
            result.path(list).forEach(code -> assertThat(code.isString()).isTrue());
        }
        if (result.has("languageInfo")) {
            keys(result.path("languageInfo"), Set.of("detectedLanguage", "confidence", "method"));
            between(result.path("languageInfo").path("confidence"), 0, 1);
        }
        branches(result.path("branches"));
    }

    /** An answer to a batch of so many items. */
    public static void acceptsBatch(JsonNode batch, int items) {
        keys(batch, Set.of("items"));
        assertThat(batch.path("items").size()).isEqualTo(items);
        for (int i = 0; i < items; i++) {
            JsonNode item = batch.path("items").path(i);
            keys(item, Set.of("index", "ok", "response", "error"));
            assertThat(item.path("index").asInt()).isEqualTo(i);
            if (item.path("ok").asBoolean()) {
                assertThat(item.has("error")).isFalse();
                acceptsResult(item.path("response"));
            } else {
                assertThat(item.has("response")).isFalse();
                keys(item.path("error"), Set.of("code", "message"));
                assertThat(item.path("error").path("code").asString("")).matches("[A-Z_]+");
                assertThat(item.path("error").path("message").asString("")).isNotBlank();
            }
        }
    }

    private static void texts(JsonNode result, String decision) {
        Set<String> allowed = switch (decision) {
            case "SANITIZED" -> Set.of("sanitizedText");
            case "BLOCKED" -> Set.of("blockMessage");
            default -> Set.<String>of();
        };
        assertThat(result.propertyNames().stream().filter(TEXTUAL::contains))
                .containsExactlyInAnyOrderElementsOf(allowed);
        allowed.forEach(key -> assertThat(result.path(key).asString("")).isNotBlank());
    }

    private static void branches(JsonNode branches) {
        assertThat(branches.isObject()).isTrue();
        keys(branches, Set.of("heuristics", "semantic", "pii", "llmGuard", "contentMod", "scopeDrift"));
        JsonNode heuristics = branches.path("heuristics");
        if (!heuristics.isMissingNode()) {
            keys(heuristics, Set.of("score", "threatLevel", "explanations", "features", "timingMs"));
            between(heuristics.path("score"), 0, 100);
            assertThat(heuristics.path("threatLevel").asString("")).isIn("LOW", "MEDIUM", "HIGH");
            assertThat(heuristics.path("explanations").isArray()).isTrue();
            integral(heuristics.path("timingMs"));
        }
        JsonNode semantic = branches.path("semantic");
        if (!semantic.isMissingNode()) {
            keys(semantic, Set.of("score", "attackSimilarity", "safeSimilarity", "matchedCategory", "timingMs"));
            between(semantic.path("attackSimilarity"), 0, 1);
            between(semantic.path("safeSimilarity"), 0, 1);
            integral(semantic.path("timingMs"));
        }
        JsonNode guard = branches.path("llmGuard");
        if (!guard.isMissingNode()) {
            keys(guard, Set.of("score", "verdict", "modelUsed", "timingMs"));
            assertThat(guard.path("verdict").isString()).isTrue();
            assertThat(guard.path("modelUsed").isString()).isTrue();
            integral(guard.path("timingMs"));
        }
        JsonNode pii = branches.path("pii");
        keys(pii, Set.of("detected", "entityCount", "categories", "timingMs"));
        assertThat(pii.path("detected").isBoolean()).isTrue();
        integral(pii.path("entityCount"));
        integral(pii.path("timingMs"));
    }

    private static void instants(JsonNode result) {
        for (String key : Set.of("timestamp", "requestReceivedAt", "decisionFinalizedAt")) {
            assertThat(Instant.parse(result.path(key).asString(""))).isNotNull();
        }
    }

    private static void keys(JsonNode node, Set<String> known) {
        assertThat(known).as("known keys").containsAll(node.propertyNames());
        node.forEach(value -> assertThat(value.isNull()).isFalse());
    }

    private static void integral(JsonNode number) {
        assertThat(number.isIntegralNumber()).as(number.toString()).isTrue();
        assertThat(number.asLong()).isNotNegative();
    }

    private static void between(JsonNode number, double least, double most) {
        assertThat(number.isNumber()).as(number.toString()).isTrue();
        assertThat(number.asDouble()).isBetween(least, most);
    }

    private static String level(int score) {
        if (score >= 85) {
            return "CRITICAL";
        }
        if (score >= 65) {
            return "HIGH";
        }
        return score >= 30 ? "MEDIUM" : "LOW";
    }
}
