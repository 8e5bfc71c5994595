package io.vigil.detection.canonical;

/** How a view was derived. */
public enum ViewKind {
    /** Invisible characters, look-alikes, diacritics, case and white space folded: what a reader sees. */
    FOLDED(true),
    /** The folded text without the text that invisible characters spell. */
    VISIBLE(true),
    /** The folded text with what tag characters spell joined to the letter before it. */
    JOINED(true),
    /** Characters in the order a screen shows them once direction controls are obeyed. */
    REORDERED(true),
    /** Backspaces and deletions carried out. */
    ERASED(true),
    /** Letters that stand on their heads put upright, in either direction. */
    FLIPPED(true),
    /** Encoded passages replaced by what they say. */
    DECODED(true),
    /** Leet, spacing, stretching and markup inside words taken off. */
    RESPELLED(true),
    /** Only words that lost their boundaries: spaced-out letters, joined, and words run together. */
    COMPACT(false),
    /** Rotated by 13 places of the alphabet. */
    ROTATED(true),
    /** Read from the end to the start, as a whole or word by word. */
    REVERSED(true);

    private final boolean words;

    ViewKind(boolean words) {
        this.words = words;
    }

    /** Whether word boundaries can be relied on. */
    public boolean words() {
        return words;
    }
}
