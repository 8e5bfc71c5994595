package io.vigil.encoder;

/**
 * A run of tokens that goes to a model as one.
 *
 * @param from index of the first token
 * @param to index after the last token
 */
public record Window(int from, int to) {
    /** How many tokens it has. */
    public int length() {
        return to - from;
    }
}
