package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which side of the conversation a text comes from. */
public enum Direction {
    /** What a person or agent sends to the model. */
    @JsonProperty("input")
    INPUT,
    /** What the model answers. */
    @JsonProperty("output")
    OUTPUT;

    /** Who writes such a text unless the caller says otherwise. */
    public Source usualSource() {
        return this == INPUT ? Source.USER_INPUT : Source.MODEL_OUTPUT;
    }
}
