package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How much detection a request asks for. */
public enum Mode {
    /** Heuristics and semantic similarity. */
    @JsonProperty("fast")
    FAST,
    /** All three branches. */
    @JsonProperty("full")
    FULL;

    /** The name used on the wire and in metric tags. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
