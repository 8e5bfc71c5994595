package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which side of the conversation a text comes from. */
public enum Direction {
    /** What a person or agent sends to the model. */
    @JsonProperty("input")
    INPUT,
    /** What the model answers. */
    @JsonProperty("output")
    OUTPUT
}
