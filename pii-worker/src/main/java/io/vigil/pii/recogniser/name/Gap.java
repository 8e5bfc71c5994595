package io.vigil.pii.recogniser.name;

/** What stands between two words, as a set. */
final class Gap {

    /** Spaces only. */
    static final int SPACE = 1;

    static final int DOT = 1 << 1;
    static final int COMMA = 1 << 2;
    static final int COLON = 1 << 3;
    static final int LINE = 1 << 4;
    /** An exclamation or question mark, a semicolon. */
    static final int STOP = 1 << 5;

    static final int QUOTE = 1 << 6;
    static final int BRACKET = 1 << 7;
    static final int HYPHEN = 1 << 8;
    static final int SLASH = 1 << 9;
    static final int OTHER = 1 << 10;
    static final int TEXT_EDGE = 1 << 11;
    /** Nothing at all. */
    static final int NOTHING = 1 << 12;

    static final int QUESTION = 1 << 13;
    /** Every gap lies within it. */
    static final int ANYTHING = -1;

    private static final int SENTENCE_ENDS = DOT | COLON | LINE | STOP | QUESTION | QUOTE | HYPHEN | OTHER | TEXT_EDGE;

    private Gap() {}

    /** What stands between two positions; {@link #SPACE} only where nothing else does. */
    static int of(String text, int start, int end) {
        if (start == end) {
            return NOTHING;
        }
        int gap = 0;
        for (int i = start; i < end; i++) {
            gap |= of(text.charAt(i));
        }
        return gap == 0 ? SPACE : gap;
    }

    static boolean endsSentence(int gap) {
        return (gap & SENTENCE_ENDS) != 0;
    }

    /** Whether a gap has nothing beside what a set allows. */
    static boolean within(int gap, int set) {
        return (gap & ~(set | SPACE)) == 0;
    }

    private static int of(char c) {
        return switch (c) {
            case ' ' -> 0;
            case '.' -> DOT;
            case ',' -> COMMA;
            case ':' -> COLON;
            case '\n', '\r', '\u2028', '\u2029' -> LINE;
            case '?' -> QUESTION;
            case '!', ';', '\u2026', '*', '#', '>', '|' -> STOP;
            case '"', '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb', '\'', '\u2018', '\u2019', '`' -> QUOTE;
            case '(', ')', '[', ']', '{', '}', '<' -> BRACKET;
            case '-' -> HYPHEN;
            case '/', '\\' -> SLASH;
            default -> OTHER;
        };
    }
}
