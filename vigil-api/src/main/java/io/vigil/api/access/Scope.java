package io.vigil.api.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What a key may be allowed to do. The names are part of the contract. */
public enum Scope {
    /** Check texts, issue canaries, ask for results of one's own checks. */
    GUARD("guard"),
    /** Find, redact and restore personal data. */
    PII("pii"),
    /** Read the event log and its statistics, give feedback. */
    EVENTS_READ("events:read"),
    /** Erase events. */
    EVENTS_ERASE("events:erase"),
    /** Read and change the policy and the patterns. */
    POLICY_WRITE("policy:write"),
    /** Read, redrive and purge dead letters. */
    DLQ("dlq"),
    /** Create, change and revoke keys. */
    KEYS("keys");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** Name in keys, requests and documents. */
    @JsonValue
    public String value() {
        return value;
    }

    /** The scope of a name, or empty where there is none. */
    public static Optional<Scope> of(String value) {
        return Arrays.stream(values())
                .filter(scope -> scope.value.equals(value))
                .findFirst();
    }
}
