package io.vigil.eventlog;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What somebody says of a decision. */
public enum FeedbackKind {
    /** The text was harmless, and was blocked or changed. */
    @JsonProperty("false_positive")
    FALSE_POSITIVE,
    /** The decision was right. */
    @JsonProperty("true_positive")
    TRUE_POSITIVE
}
