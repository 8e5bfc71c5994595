package io.vigil.redaction;

/** What becomes of a value that nobody is to see. */
public sealed interface RedactionMode {

    /**
     * One text for every value.
     *
     * @param text stands in its place, e.g. {@code [EMAIL]}
     */
    record Token(String text) implements RedactionMode {}

    /**
     * A token for each distinct value of a text, e.g. {@code [PERSON_1]}: who is who stays readable, who it is does not.
     *
     * @param name what the token begins with, e.g. {@code PERSON}
     */
    record Numbered(String name) implements RedactionMode {}

    /**
     * Asterisks, one for each character, and the end of the value. Of a value that is not more than twice as long as what
     * would be kept, nothing is kept.
     *
     * @param keepLast Unicode code points to keep, 0 or more
     */
    record Mask(int keepLast) implements RedactionMode {}

    /**
     * A hash of the value under a secret, e.g. {@code [EMAIL_5d41402abc4b2a76]}: the same value has the same token in
     * every text.
     *
     * @param name what the token begins with
     */
    record Hash(String name) implements RedactionMode {}

    /** Nothing in its place. */
    record Drop() implements RedactionMode {}

    /**
     * A token for each distinct value, e.g. {@code [EMAIL_1_K7Q2MX]}, that leads back to it.
     *
     * @param name what the token begins with
     */
    record Reversible(String name) implements RedactionMode {}
}
