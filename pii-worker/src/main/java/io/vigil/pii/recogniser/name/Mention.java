package io.vigil.pii.recogniser.name;

/**
 * A name in a text.
 *
 * @param kind what it names
 * @param start where it begins in the text
 * @param end index after its last character
 * @param score how certain it is, above 0 and at most 1
 */
public record Mention(Kind kind, int start, int end, double score) {

    /** What names name. */
    public enum Kind {
        ADDRESS,
        ORGANISATION,
        PERSON,
        PLACE
    }
}
