package io.vigil.detection.classifier;

import java.text.Normalizer;

/**
 * The spelling in which n-grams are counted: lower case, no diacritics, one space between words, at the beginning and at
 * the end. The training does the same, unit by unit; a change here needs a new training.
 */
final class NgramText {
    private static final char L_WITH_STROKE = 'ł';

    private final StringBuilder out;

    private NgramText(int expected) {
        out = new StringBuilder(expected + 2).append(' ');
    }

    /** The text in that spelling; a text of spaces only is one space. */
    static String of(CharSequence text) {
        var normal = new NgramText(text.length());
        for (int at = 0; at < text.length(); ) {
            int point = Character.codePointAt(text, at);
            normal.take(point);
            at += Character.charCount(point);
        }
        normal.space();
        return normal.out.toString();
    }

    private void take(int point) {
        if (isSpace(point)) {
            space();
        } else if (point < 0x80) {
            out.append((char) (point >= 'A' && point <= 'Z' ? point + 32 : point));
        } else {
            takeDecomposed(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFD));
        }
    }

    private void takeDecomposed(String parts) {
        for (int at = 0; at < parts.length(); ) {
            int part = parts.codePointAt(at);
            if (Character.getType(part) != Character.NON_SPACING_MARK) {
                int lower = Character.toLowerCase(part);
                out.appendCodePoint(lower == L_WITH_STROKE ? 'l' : lower);
            }
            at += Character.charCount(part);
        }
    }

    private void space() {
        if (out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static boolean isSpace(int point) {
        if (point < 0x80) {
            return point <= 0x20 || point == 0x7F;
        }
        return point <= 0xA0
                || switch (Character.getType(point)) {
                    case Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE -> true;
                    default -> false;
                };
    }
}
