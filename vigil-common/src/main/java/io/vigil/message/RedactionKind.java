package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What may become of a value in a redacted text. */
public enum RedactionKind {
    /** The same token for every value of a type, e.g. {@code [EMAIL]}. */
    @JsonProperty("token")
    TOKEN,
    /** A token for each distinct value, e.g. {@code [PERSON_1]}. */
    @JsonProperty("numbered")
    NUMBERED,
    /** Asterisks and the end of the value. */
    @JsonProperty("mask")
    MASK,
    /** A hash under a secret key. */
    @JsonProperty("hash")
    HASH,
    /** Nothing. */
    @JsonProperty("drop")
    DROP,
    /** A token that leads back to the value, for a limited time. */
    @JsonProperty("reversible")
    REVERSIBLE;

    /** Whether it needs the secret key. */
    public boolean needsKey() {
        return this == HASH || this == REVERSIBLE;
    }
}
