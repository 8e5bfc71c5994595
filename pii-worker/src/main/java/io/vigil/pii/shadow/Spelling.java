package io.vigil.pii.shadow;

/** The one spelling of a character. */
final class Spelling {

    /** Answer for characters that nobody sees. */
    static final int INVISIBLE = -1;

    private static final int KEYCAP = 0x20E3;
    private static final int FULL_WIDTH = 0xFF01 - '!';

    private Spelling() {}

    /** Whether a character surely stands for itself: ASCII but for the tabulator, Latin letters with marks. */
    static boolean isPlain(char c) {
        return c < 0x80 ? c != '\t' : c >= 0xC0 && c < 0x250;
    }

    /** The character to read, or {@link #INVISIBLE}. */
    static int of(int point) {
        if (point < 0x80) {
            return point == '\t' ? ' ' : point;
        }
        if (point >= 0xFF01 && point <= 0xFF5E) {
            return point - FULL_WIDTH;
        }
        return switch (Character.getType(point)) {
            case Character.DECIMAL_DIGIT_NUMBER -> '0' + Character.digit(point, 10);
            case Character.DASH_PUNCTUATION -> '-';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.FORMAT -> INVISIBLE;
            default -> symbol(point);
        };
    }

    private static int symbol(int point) {
        boolean variationSelector = point >= 0xFE00 && point <= 0xFE0F;
        if (variationSelector || point == KEYCAP || point == 0x034F) {
            return INVISIBLE;
        }
        return switch (point) {
            case 0x2212, 0x2043 -> '-';
            case 0x3002, 0xFF61, 0x2024, 0xFE52 -> '.';
            case 0xFE6B -> '@';
            default -> point;
        };
    }
}
