package io.vigil.api.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to LiteLLM's generic guardrail.
 *
 * @param action {@code NONE}, {@code BLOCKED} or {@code GUARDRAIL_INTERVENED}
 * @param blockedReason only when blocked
 * @param texts only when something was taken out: every text of the request in its place, cleaned where necessary
 */
record GuardrailBody(
        String action,
        @JsonProperty("blocked_reason") @Nullable String blockedReason,
        @Nullable List<String> texts) {

    static GuardrailBody none() {
        return new GuardrailBody("NONE", null, null);
    }

    static GuardrailBody blocked(String reason) {
        return new GuardrailBody("BLOCKED", reason, null);
    }

    static GuardrailBody intervened(List<String> texts) {
        return new GuardrailBody("GUARDRAIL_INTERVENED", null, List.copyOf(texts));
    }
}
