package io.vigil.pii.recogniser.name;

import java.text.Normalizer;

/** Letters as words are compared: small and without marks, because people leave both out. */
final class Folding {

    /** Answer for characters that are no part of the comparison. */
    static final char NOTHING = 0;

    private static final int TABLE = 0x250;
    private static final int EXTENDED_START = 0x1E00;
    private static final int EXTENDED_END = 0x1F00;
    private static final char[] LATIN = table(0, TABLE);
    private static final char[] EXTENDED = table(EXTENDED_START, EXTENDED_END);

    private Folding() {}

    /** The letter to compare, or {@link #NOTHING}. */
    static char fold(char c) {
        if (c < TABLE) {
            return LATIN[c];
        }
        if (c >= EXTENDED_START && c < EXTENDED_END) {
            return EXTENDED[c - EXTENDED_START];
        }
        return isMark(c) ? NOTHING : Character.toLowerCase(c);
    }

    /** Whether a character is a mark on the letter before it. */
    static boolean isMark(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static char[] table(int start, int end) {
        var table = new char[end - start];
        for (int c = start; c < end; c++) {
            table[c - start] = bare((char) c);
        }
        return table;
    }

    private static char bare(char c) {
        return switch (c) {
            case 'ł', 'Ł' -> 'l';
            case 'ø', 'Ø' -> 'o';
            case 'đ', 'Đ', 'ð', 'Ð' -> 'd';
            case 'ı', 'İ' -> 'i';
            case '\u2019' -> '\'';
            default ->
                Character.toLowerCase(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0));
        };
    }
}
