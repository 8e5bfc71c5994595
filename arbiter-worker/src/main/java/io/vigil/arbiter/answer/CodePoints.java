package io.vigil.arbiter.answer;

import io.vigil.message.Span;

/** Positions of one text in Unicode code points, as every language but a few counts them. */
final class CodePoints {

    /** Code points that begin before each UTF-16 index; empty where the two counts are equal. */
    private final int[] before;

    private final int length;

    private CodePoints(int[] before, int length) {
        this.before = before;
        this.length = length;
    }

    static CodePoints of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length == text.length()) {
            return new CodePoints(new int[0], length);
        }
        var before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean secondHalf = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            before[i + 1] = before[i] + (secondHalf ? 0 : 1);
        }
        return new CodePoints(before, length);
    }

    /** Length of the text. */
    int length() {
        return length;
    }

    /** The same place in code points; a span that cuts a character is widened to it, one that leaves the text is cut. */
    Span of(Span span) {
        int start = at(span.start() + 1) - 1;
        return new Span(start, Math.max(start + 1, at(span.end())));
    }

    private int at(int index) {
        if (before.length == 0) {
            return Math.min(index, length);
        }
        return before[Math.min(index, before.length - 1)];
    }
}
