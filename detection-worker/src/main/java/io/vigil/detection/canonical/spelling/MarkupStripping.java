package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;

/** Joins words that a tag, a comment or a mark of emphasis cuts in two. */
public final class MarkupStripping {

    private static final String EMPHASIS = "*~`";

    /** Joins the words; linear in the length of the text. */
    public MappedText apply(MappedText source, Traces traces) {
        String text = source.text();
        var result = new Rewriting(source);
        var closings = new Closings(text);
        int cuts = 0;
        int i = 0;
        while (i < text.length()) {
            int end = Character.isLetter(result.last()) ? markupEnd(text, i, closings) : i;
            if (end > i && end < text.length() && Character.isLetter(text.charAt(end))) {
                cuts++;
                i = end;
            } else {
                result.copy(i++);
            }
        }
        traces.add(Disguise.SPLIT_WORD, cuts);
        return cuts == 0 ? source : result.finish();
    }

    /** Index after the markup that starts at an index, or the index itself where none starts. */
    private static int markupEnd(String text, int start, Closings closings) {
        int end = start;
        boolean more = true;
        while (more && end < text.length()) {
            int next = oneMarkup(text, end, closings);
            more = next > end;
            end = next;
        }
        return end;
    }

    private static int oneMarkup(String text, int start, Closings closings) {
        char c = text.charAt(start);
        if (c == '<' && text.startsWith("<!--", start)) {
            return closings.after("-->", start);
        }
        if (c == '<') {
            return closings.after(">", start);
        }
        if (c == '/' && text.startsWith("/*", start)) {
            return closings.after("*/", start);
        }
        return EMPHASIS.indexOf(c) >= 0 ? start + 1 : start;
    }

    /** Finds closing marks; remembers that one is missing, so that a text full of openings stays cheap. */
    private static final class Closings {

        /** Longer stretches are content, not a cut. */
        private static final int REACH = 200;

        private final String text;

        Closings(String text) {
            this.text = text;
        }

        int after(String mark, int start) {
            int found = text.indexOf(mark, start, Math.min(text.length(), start + REACH));
            return found < 0 ? start : found + mark.length();
        }
    }
}
