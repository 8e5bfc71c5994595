package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The detection branches. */
public enum BranchId {
    /** Branch A: patterns and structure. */
    @JsonProperty("heuristics")
    HEURISTICS("heuristics", 'A'),
    /** Branch B: similarity to known attacks. */
    @JsonProperty("semantic")
    SEMANTIC("semantic", 'B'),
    /** Branch C: a trained classifier; skipped in {@link Mode#FAST}. */
    @JsonProperty("llm_guard")
    CLASSIFIER("llm_guard", 'C');

    private final String wireName;
    private final char letter;

    BranchId(String wireName, char letter) {
        this.wireName = wireName;
        this.letter = letter;
    }

    /** The name used on the wire, in answers and in metric tags. */
    public String wireName() {
        return wireName;
    }

    /** {@code A}, {@code B} or {@code C}, as dashboards and documents call the branches. */
    public char letter() {
        return letter;
    }
}
