package io.vigil.pii.recogniser.name;

/** How a word is written. */
enum Case {
    /** No word at all. */
    NONE,
    SMALL,
    /** One capital letter, as an initial. */
    INITIAL,
    /** A capital and small letters. */
    CAPITAL,
    /** Two capital letters and more, and nothing else. */
    CAPITALS,
    NUMBER,
    /** Part of an address, a path or a piece of code. */
    CODE;

    /** Whether a word begins with a capital letter. */
    boolean capital() {
        return this == INITIAL || this == CAPITAL || this == CAPITALS;
    }
}
