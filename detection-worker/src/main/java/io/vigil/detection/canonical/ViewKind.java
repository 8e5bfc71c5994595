package io.vigil.detection.canonical;

/** How a view was derived. */
public enum ViewKind {
    /** Invisible characters, look-alikes, diacritics, case and white space folded: what a reader sees. */
    FOLDED(true),
    /** Encoded passages replaced by what they say. */
    DECODED(true),
    /** Leet, spacing, stretching and markup inside words taken off. */
    RESPELLED(true),
    /** Only the spaced-out letters, joined; word boundaries are lost. */
    COMPACT(false),
    /** Rotated by 13 places of the alphabet. */
    ROTATED(true),
    /** Read from the end to the start. */
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
