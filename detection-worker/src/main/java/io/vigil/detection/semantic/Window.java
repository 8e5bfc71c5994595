package io.vigil.detection.semantic;

/**
 * A run of tokens that is compared as one.
 *
 * @param from index of the first token
 * @param to index after the last token
 */
record Window(int from, int to) {
    int length() {
        return to - from;
    }
}
