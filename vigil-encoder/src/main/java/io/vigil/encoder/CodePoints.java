package io.vigil.encoder;

/** The character classes that BERT's tokenizer tells apart. */
final class CodePoints {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int NEXT_LINE = 0x85;

    private CodePoints() {}

    static boolean isSpace(int point) {
        return switch (point) {
            case ' ', '\t', '\n', '\r' -> true;
            default -> point >= 0x80 && isSpaceBeyondAscii(point);
        };
    }

    private static boolean isSpaceBeyondAscii(int point) {
        return point == NEXT_LINE || Character.isSpaceChar(point);
    }

    /** Controls, formats, half surrogate pairs and the replacement character leave no trace. */
    static boolean isDropped(int point) {
        if (point < 0x80) {
            return point < 0x20 || point == 0x7F;
        }
        return point == REPLACEMENT
                || switch (Character.getType(point)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> point != NEXT_LINE;
                    default -> false;
                };
    }

    /** All of ASCII that is neither letter, digit, space nor control, and Unicode's punctuation. */
    static boolean isPunctuation(int point) {
        if (point < 0x80) {
            return point > ' ' && point < 0x7F && !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** The blocks of Chinese characters that are tokens of their own. */
    static boolean isIdeograph(int point) {
        return (point >= 0x4E00 && point <= 0x9FFF)
                || (point >= 0x3400 && point <= 0x4DBF)
                || (point >= 0x20000 && point <= 0x2A6DF)
                || (point >= 0x2A700 && point <= 0x2B81F)
                || (point >= 0x2B820 && point <= 0x2CEAF)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0x2F800 && point <= 0x2FA1F);
    }
}
