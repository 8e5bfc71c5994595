package io.vigil.detection.heuristics.detector;

import io.vigil.message.Span;

/** Whether a part of the original is written with characters that a writer of Latin script has no use for. */
final class Disguised {

    private Disguised() {}

    static boolean part(String original, Span span) {
        for (int i = span.start(); i < span.end(); i++) {
            char c = original.charAt(i);
            boolean foreign = c >= 0x80 && (!ordinary(original.codePointAt(i)) || stacked(original, i));
            if (foreign || c == 0x7F || (c < ' ' && !Character.isWhitespace(c))) {
                return true;
            }
        }
        return false;
    }

    /** One mark belongs to a decomposed letter; a second one on top of it is decoration. */
    private static boolean stacked(String original, int index) {
        return index > 0
                && Character.getType(original.charAt(index)) == Character.NON_SPACING_MARK
                && Character.getType(original.charAt(index - 1)) == Character.NON_SPACING_MARK;
    }

    private static boolean ordinary(int cp) {
        if (Character.isLowSurrogate((char) cp)) {
            return true;
        }
        return switch (Character.getType(cp)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.OTHER_LETTER,
                    Character.MODIFIER_LETTER ->
                Character.UnicodeScript.of(cp) == Character.UnicodeScript.LATIN && cp < 0xFF00;
            case Character.FORMAT -> cp == 0xAD;
            case Character.OTHER_SYMBOL -> !(cp >= 0x24B6 && cp <= 0x24E9);
            default -> true;
        };
    }
}
