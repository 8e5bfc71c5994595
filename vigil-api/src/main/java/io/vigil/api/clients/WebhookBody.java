package io.vigil.api.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the browser extension is told.
 *
 * @param action {@code allow}, {@code sanitize} or {@code block}
 * @param chatInput the text to send; the message for the sender where it is blocked
 * @param reason {@code allowed}, {@code sanitized} or {@code blocked}
 * @param threatScore 0 (harmless) to 100 (attack)
 * @param sanitizedBody only where sanitized: the page's request with the cleaned text in it
 */
record WebhookBody(
        @JsonProperty("action") String action,
        @JsonProperty("chatInput") String chatInput,
        @JsonProperty("reason") String reason,
        @JsonProperty("threat_score") int threatScore,
        @JsonProperty("sessionId") String sessionId,
        @JsonProperty("arbiter") Arbiter arbiter,
        @JsonProperty("sanitizedBody") @Nullable JsonNode sanitizedBody) {

    /**
     * How the score came about.
     *
     * @param combinedScore as the threat score
     * @param confidence 0 to 1
     */
    record Arbiter(
            @JsonProperty("combined_score") int combinedScore,
            @JsonProperty("confidence") double confidence,
            @JsonProperty("boosts_applied") List<String> boostsApplied) {
        Arbiter {
            boostsApplied = List.copyOf(boostsApplied);
        }
    }
}
