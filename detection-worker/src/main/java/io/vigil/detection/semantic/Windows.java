package io.vigil.detection.semantic;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the runs of tokens that are compared with the exemplars: sentences, because the mean of a long run
 * says nothing about one phrase in it. Short sentences are joined with the next. Long ones are cut into windows of
 * {@value #LONGEST} tokens that overlap by half, so that a phrase of up to {@value #OVERLAP} tokens lies whole in one.
 */
final class Windows {
    static final int LONGEST = 24;
    static final int OVERLAP = 12;
    static final int SHORTEST = 8;

    private Windows() {}

    /** All windows of the text, in order; together they cover every token. */
    static List<Window> of(String text, Tokens tokens) {
        var windows = new ArrayList<Window>();
        int start = 0;
        for (int next = 1; next <= tokens.size(); next++) {
            boolean last = next == tokens.size();
            if (last || (next - start >= SHORTEST && endsSentence(text, tokens, next - 1))) {
                int from = last && next - start < SHORTEST ? Math.max(0, next - SHORTEST) : start;
                slide(from, next, windows);
                start = next;
            }
        }
        return windows;
    }

    private static void slide(int from, int to, List<Window> windows) {
        int start = from;
        while (to - start > LONGEST) {
            windows.add(new Window(start, start + LONGEST));
            start += LONGEST - OVERLAP;
        }
        windows.add(new Window(start, to));
    }

    /** Whether a line or a sentence ends between this token and the next. */
    private static boolean endsSentence(String text, Tokens tokens, int index) {
        int gapStart = tokens.end(index);
        int gapEnd = tokens.start(index + 1);
        if (gapStart >= gapEnd) {
            return false;
        }
        char before = text.charAt(gapStart - 1);
        return before == '.'
                || before == '!'
                || before == '?'
                || text.substring(gapStart, gapEnd).indexOf('\n') >= 0;
    }
}
