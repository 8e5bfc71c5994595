package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;

/**
 * Takes off tags and comments of HTML, XML and style sheets, and marks of emphasis inside words. What a comment says
 * stays in the other readings.
 */
public final class MarkupStripping {

    private static final String EMPHASIS = "*~`\\";

    /** Longer tags are content. */
    private static final int LONGEST_TAG = 2_000;

    /** Longer comments say something and stay. */
    private static final int LONGEST_COMMENT = 60;

    /** Takes the markup off; linear in the length of the text. */
    public MappedText apply(MappedText source, Traces traces) {
        String text = source.text();
        var result = new Rewriting(source);
        var closings = new Closings(text);
        int cuts = 0;
        int taken = 0;
        int i = 0;
        while (i < text.length()) {
            int end = markupEnd(text, i, closings, Character.isLetter(result.last()));
            if (end == i) {
                result.copy(i++);
                continue;
            }
            boolean cut = Character.isLetter(result.last()) && end < text.length() && letter(text, end);
            if (cut || end > i + 1) {
                cuts += cut ? 1 : 0;
                taken++;
                i = end;
            } else {
                result.copy(i++);
            }
        }
        traces.add(Disguise.SPLIT_WORD, cuts);
        return taken == 0 ? source : result.finish();
    }

    private static boolean letter(String text, int index) {
        return Character.isLetter(text.charAt(index));
    }

    /** Index after the markup that starts at an index, or the index itself where none starts. */
    private static int markupEnd(String text, int start, Closings closings, boolean inWord) {
        int end = start;
        boolean more = true;
        while (more && end < text.length()) {
            int next = oneMarkup(text, end, closings, inWord);
            more = next > end;
            end = next;
        }
        return end;
    }

    private static int oneMarkup(String text, int start, Closings closings, boolean inWord) {
        char c = text.charAt(start);
        if (c == '<') {
            return tagEnd(text, start, closings);
        }
        if (c == '/' && text.startsWith("/*", start)) {
            return closings.comment(start);
        }
        return inWord && EMPHASIS.indexOf(c) >= 0 ? start + 1 : start;
    }

    private static int tagEnd(String text, int start, Closings closings) {
        if (text.startsWith("<!--", start)) {
            return closings.note(start);
        }
        char next = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
        return Character.isLetter(next) || next == '/' || next == '!' || next == '?' ? closings.tag(start) : start;
    }

    /** Finds closing marks; each search goes on where the last one ended, so that a text of openings stays cheap. */
    private static final class Closings {

        private final String text;
        private int tag;
        private int note;
        private int comment;

        Closings(String text) {
            this.text = text;
        }

        int tag(int start) {
            tag = next(">", start + 1, tag);
            return after(start, tag, 1, LONGEST_TAG);
        }

        int note(int start) {
            note = next("-->", start + 4, note);
            return after(start, note, 3, LONGEST_COMMENT);
        }

        int comment(int start) {
            comment = next("*/", start + 2, comment);
            return after(start, comment, 2, LONGEST_COMMENT);
        }

        private int next(String mark, int from, int known) {
            if (known >= from) {
                return known;
            }
            int found = text.indexOf(mark, from);
            return found < 0 ? Integer.MAX_VALUE : found;
        }

        private static int after(int start, int found, int length, int longest) {
            return found - start > longest ? start : found + length;
        }
    }
}
