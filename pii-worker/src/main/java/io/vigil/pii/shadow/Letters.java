package io.vigil.pii.shadow;

import java.text.Normalizer;

/** Characters as words are compared: small letters, marks of Latin letters off, every white space a space. */
public final class Letters {

    /** End of Latin Extended-B, the last block that is looked up. */
    private static final int LATIN = 0x250;

    private static final char[] FOLDED = table();

    private Letters() {}

    /** The one spelling of a character. */
    public static char fold(char c) {
        return c < LATIN ? FOLDED[c] : Character.toLowerCase(c);
    }

    /** The one spelling of each character of a text, at the same index. */
    public static char[] folded(String text) {
        char[] folded = text.toCharArray();
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return folded;
    }

    private static char[] table() {
        var table = new char[LATIN];
        for (char c = 0; c < LATIN; c++) {
            table[c] = Character.isWhitespace(c) ? ' ' : withoutMarks(Character.toLowerCase(c));
        }
        return table;
    }

    private static char withoutMarks(char small) {
        return switch (small) {
            case 'ł' -> 'l';
            case 'ø', 'œ' -> 'o';
            case 'đ', 'ð' -> 'd';
            case 'ı' -> 'i';
            case 'ß' -> 's';
            case 'æ' -> 'a';
            default ->
                Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD).charAt(0);
        };
    }
}
