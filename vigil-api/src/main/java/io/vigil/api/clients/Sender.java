package io.vigil.api.clients;

import io.vigil.message.Origin;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who a client says it sends for, for the event log. What cannot be stored is left out: it must not cost the check.
 *
 * @param client a person or an agent; null where nothing is said
 * @param session a conversation; null where nothing is said
 */
record Sender(@Nullable String client, @Nullable String session) {

    /** Where it is told beside a text. */
    static final Map<String, Wanted> WANTED = Map.of(
            "metadata",
            Wanted.scalars("user_id", "user", "userId", "session_id", "conversation_id", "sessionId"),
            "agent",
            Wanted.scalars("framework", "sessionId"));

    /** Where LiteLLM's generic guardrail tells it. */
    static final Map<String, Wanted> WANTED_OF_GUARDRAIL = Map.of(
            "request_data",
            Wanted.scalars("user_api_key_end_user_id", "user_api_key_user_id"),
            "litellm_trace_id",
            Wanted.SCALAR,
            "litellm_call_id",
            Wanted.SCALAR);

    /** Out of the fields {@code metadata} and {@code agent}, as the SDK, LiteLLM and the coding-agent guard fill them. */
    static Sender of(JsonNode object) {
        JsonNode metadata = object.path("metadata");
        JsonNode agent = object.path("agent");
        return new Sender(
                first(
                        metadata.path("user_id"),
                        metadata.path("user"),
                        metadata.path("userId"),
                        agent.path("framework")),
                first(
                        agent.path("sessionId"),
                        metadata.path("session_id"),
                        metadata.path("conversation_id"),
                        metadata.path("sessionId")));
    }

    /** Out of what LiteLLM's generic guardrail sends along. */
    static Sender ofGuardrail(JsonNode object) {
        JsonNode data = object.path("request_data");
        return new Sender(
                first(data.path("user_api_key_end_user_id"), data.path("user_api_key_user_id")),
                first(object.path("litellm_trace_id"), object.path("litellm_call_id")));
    }

    /** Out of what the browser extension sends along. */
    static Sender ofExtension(JsonNode object) {
        return new Sender(first(object.path("clientId")), first(object.path("sessionId")));
    }

    private static @Nullable String first(JsonNode... names) {
        return Stream.of(names)
                .filter(JsonNode::isString)
                .map(name -> name.asString(""))
                .filter(Sender::isStorable)
                .findFirst()
                .orElse(null);
    }

    private static boolean isStorable(String name) {
        return !name.isBlank()
                && name.length() <= Origin.MAX_LENGTH
                && name.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
    }
}
