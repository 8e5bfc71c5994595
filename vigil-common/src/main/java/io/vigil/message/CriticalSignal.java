package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Facts that let a single branch lift the fused score on its own. */
public enum CriticalSignal {
    /** Heuristics: the text hides its content (encodings, invisible characters, template tokens). */
    @JsonProperty("obfuscation_detected")
    OBFUSCATION_DETECTED,
    /** Heuristics: a model's output holds the canary of a system prompt. */
    @JsonProperty("canary_leak")
    CANARY_LEAK,
    /** Semantic: the nearest known attack is at least 0.85 similar. */
    @JsonProperty("high_similarity")
    HIGH_SIMILARITY,
    /** Classifier: the model says attack. */
    @JsonProperty("llm_attack")
    LLM_ATTACK
}
