package io.vigil.eventlog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why somebody says so. */
public enum FeedbackReason {
    /** More was blocked than should be. */
    @JsonProperty("over_blocking")
    OVER_BLOCKING,
    /** More was taken out than should be. */
    @JsonProperty("over_sanitization")
    OVER_SANITIZATION,
    /** What was found is not there. */
    @JsonProperty("false_detection")
    FALSE_DETECTION,
    /** It is an attack elsewhere, and business here. */
    @JsonProperty("business_logic")
    BUSINESS_LOGIC,
    /** Another attack was in the text. */
    @JsonProperty("missed_attack")
    MISSED_ATTACK,
    /** It was prompt injection. */
    @JsonProperty("prompt_injection")
    PROMPT_INJECTION,
    /** It was a jailbreak. */
    @JsonProperty("jailbreak_attempt")
    JAILBREAK_ATTEMPT,
    /** The content was malicious. */
    @JsonProperty("malicious_content")
    MALICIOUS_CONTENT,
    /** It was rightly blocked. */
    @JsonProperty("correctly_blocked")
    CORRECTLY_BLOCKED,
    /** A pattern should be better. */
    @JsonProperty("pattern_improvement")
    PATTERN_IMPROVEMENT,
    /** A threshold should be another. */
    @JsonProperty("threshold_tuning")
    THRESHOLD_TUNING,
    /** It is on the edge. */
    @JsonProperty("edge_case")
    EDGE_CASE,
    /** It was rightly let through. */
    @JsonProperty("correctly_allowed")
    CORRECTLY_ALLOWED,
    /** The content was harmless. */
    @JsonProperty("benign_content")
    BENIGN_CONTENT,
    /** A false alarm was rightly avoided. */
    @JsonProperty("false_alarm_avoided")
    FALSE_ALARM_AVOIDED,
    /** The threshold is right. */
    @JsonProperty("good_threshold")
    GOOD_THRESHOLD,
    /** Anything else: see the comment. */
    @JsonProperty("other")
    OTHER
}
