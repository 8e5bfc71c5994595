package io.vigil.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A text that the operator has decided about.
 *
 * @param id names the entry in explanations: 1 to 64 of {@code a-z 0-9 -}
 * @param kind how it is compared
 * @param value what is compared, 1 to 500 characters and not blank
 */
public record ListEntry(String id, Kind kind, String value) {

    private static final java.util.regex.Pattern ID = java.util.regex.Pattern.compile("[a-z0-9-]{1,64}");
    private static final int MAX_VALUE = 500;

    /** Instructions of a compiled expression; a bounded repetition of a bounded repetition makes very many. */
    private static final int MAX_PROGRAM = 5_000;

    /** How an entry is compared. Case and the kind of white space never count. */
    public enum Kind {
        /** With the whole text. */
        @JsonProperty("exact")
        EXACT,
        /** With any part of the text. */
        @JsonProperty("phrase")
        PHRASE,
        /** As an expression in RE2 syntax: anywhere in a text to deny, with the whole of a text to allow. */
        @JsonProperty("regex")
        REGEX
    }

    public ListEntry {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be 1 to 64 of a-z 0-9 -");
        }
        Allowed.present("kind", kind);
        Allowed.text("value", value, MAX_VALUE);
        if (kind == Kind.REGEX) {
            checked(value);
        }
    }

    private static void checked(String expression) {
        try {
            if (Pattern.compile(expression).programSize() > MAX_PROGRAM) {
                throw new IllegalArgumentException("value is an expression that is too large when compiled");
            }
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("value must be an expression in RE2 syntax", e);
        }
    }
}
