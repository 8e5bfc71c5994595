package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * Who wrote a text, as far as the caller knows. An order to the assistant is a request where a person writes it, and an
 * attack where a document or a tool does.
 */
public enum Source {
    /** What a person types. */
    @JsonProperty("user_input")
    USER_INPUT,
    /** What the model answers. */
    @JsonProperty("model_output")
    MODEL_OUTPUT,
    /** What the model sends to a tool. */
    @JsonProperty("tool_input")
    TOOL_INPUT,
    /** What a tool sends back. */
    @JsonProperty("tool_output")
    TOOL_OUTPUT,
    /** A document, page or mail that the model reads. */
    @JsonProperty("document")
    DOCUMENT,
    /** The instructions of the application itself. */
    @JsonProperty("system_prompt")
    SYSTEM_PROMPT;

    /** The name used on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the text is there to be read and not to be obeyed. */
    public boolean isData() {
        return this == TOOL_OUTPUT || this == DOCUMENT;
    }
}
