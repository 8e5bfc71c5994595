package io.vigil.delivery;

import java.util.Locale;

/** Why a message was given up. */
public enum DeadLetterReason {
    /** The bytes are no message of the expected kind. */
    MALFORMED,
    /** The schema version in the headers is not one that this service reads. */
    UNKNOWN_VERSION,
    /** No stage works on this subject. */
    UNROUTABLE,
    /** The stage said that it can never work on this message. */
    REJECTED,
    /** All attempts failed. */
    ATTEMPTS_EXHAUSTED,
    /** The worker died during the last attempt; found through the server's advisory. */
    MAX_DELIVERIES,
    /** Somebody ended the message without a dead letter; found through the server's advisory. */
    TERMINATED;

    /** The name used in headers and metric tags. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
