package io.vigil.detection.heuristics.pattern;

/**
 * A string that the automaton looks for, and who wants to know.
 */
final class Keyword {

    /** Number of words in it, 1 or more. */
    final int words;

    /** Slots that want the whole word. */
    final int[] exact;

    /** Slots that want words starting so. */
    final int[] prefix;

    /** Regular expressions that run near it, wherever it stands. */
    final int[] expressions;

    Keyword(int words, int[] exact, int[] prefix, int[] expressions) {
        this.words = words;
        this.exact = exact;
        this.prefix = prefix;
        this.expressions = expressions;
    }
}
