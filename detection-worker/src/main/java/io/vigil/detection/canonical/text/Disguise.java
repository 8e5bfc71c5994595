package io.vigil.detection.canonical.text;

/** The ways to hide words from a search that the canonical room takes off and counts. */
public enum Disguise {
    /** Zero-width characters between letters. */
    ZERO_WIDTH("invisible characters between letters"),
    /** Controls that change the direction of the text. */
    BIDI_CONTROL("controls that reorder the text on screen"),
    /** Invisible copies of ASCII in the tag block. */
    TAG_CHARACTER("invisible tag characters that spell text"),
    /** Runs of variation selectors that spell bytes. */
    VARIATION_SELECTOR("variation selectors that spell text"),
    /** Control characters inside the text: backspaces, deletions and others that no keyboard types. */
    CONTROL_CHARACTER("control characters that erase or hide letters"),
    /** Letters that stand on their heads. */
    FLIPPED_LETTER("letters turned upside down"),
    /** Three or more combining marks on one letter. */
    STACKED_MARK("stacked combining marks"),
    /** Letters of another script inside Latin words. */
    HOMOGLYPH("look-alike letters of another script"),
    /** Mathematical, full-width or enclosed letters. */
    STYLED_LETTER("letters from a decorative alphabet"),
    /** Encodings around encodings, one for each layer. */
    ENCODED_LAYER("an encoded text"),
    /** Separate encoded passages. */
    ENCODED_SEGMENT("encoded passages"),
    /** Plain letters written as escapes. */
    ESCAPED_LETTER("plain letters written as escapes"),
    /** Markup or comments in the middle of a word. */
    SPLIT_WORD("words cut by markup or comments"),
    /** Letters with a separator after each. */
    SPACED_LETTER("letters spaced out one by one"),
    /** Words with digits or signs for letters. */
    LEET_WORD("words with digits or signs in place of letters"),
    /** Words with a letter repeated three times or more. */
    STRETCHED_WORD("words with repeated letters"),
    /** Words rotated by 13 places of the alphabet or written backwards. */
    TURNED_WORD("words that are rotated or written backwards");

    private final String description;

    Disguise(String description) {
        this.description = description;
    }

    /** What it is, in plain words. */
    public String description() {
        return description;
    }
}
