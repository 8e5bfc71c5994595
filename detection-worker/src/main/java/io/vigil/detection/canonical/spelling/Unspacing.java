package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;

/**
 * Joins letters that stand alone one after the other: {@code i g n o r e}, {@code i.g.n.o.r.e}. Within such a run a gap
 * that is wider than the narrowest one, or made of something else, ends a word.
 */
public final class Unspacing {

    private static final int SHORTEST_RUN = 4;
    private static final int SHORTEST_WOVEN = 6;
    private static final int WIDEST_GAP = 8;
    private static final String SEPARATORS = " .-_*,|/+~:;=^#&<>()[]{}'\"`\\\t\n\u00b7\u2022";

    /** Words of this length are run together from several, or names that do no harm. */
    private static final int LONG_WORD = 20;

    private static final int LONGEST_WORD = 400;

    /**
     * A joined text.
     *
     * @param words the text with its runs joined in place
     * @param letters only the runs and the longest words, without word boundaries
     */
    public record Joined(MappedText words, MappedText letters) {}

    /** Joins the letters; linear in the length of the text. */
    public Joined apply(MappedText source, Traces traces) {
        String text = source.text();
        var words = new Rewriting(source);
        var letters = new Rewriting(source);
        int joined = 0;
        int i = 0;
        while (i < text.length()) {
            int woven = wovenEnd(text, i);
            int end = woven > i ? woven : runEnd(text, i);
            if (woven > i) {
                joined += unweave(text, i, end, words, letters);
                i = end;
            } else if (end > i) {
                joined += join(text, i, end, words, letters);
                i = end;
            } else {
                i = copyWord(text, i, words, letters);
            }
        }
        traces.add(Disguise.SPACED_LETTER, joined);
        return new Joined(joined == 0 ? source : words.finish(), letters.finish());
    }

    /**
     * Index after a run in which each second character is the same separator, whatever stands between, or the index
     * itself where there is none: such a run can be undone exactly.
     */
    private static int wovenEnd(String text, int start) {
        if (start + 1 >= text.length() || !first(text, start)) {
            return start;
        }
        char separator = text.charAt(start + 1);
        if (SEPARATORS.indexOf(separator) < 0) {
            return start;
        }
        int end = start + 1;
        int singles = 1;
        while (end + 1 < text.length() && text.charAt(end) == separator) {
            singles += signed(text.charAt(end + 1)) ? 1 : 0;
            end += 2;
        }
        return singles >= SHORTEST_WOVEN ? end : start;
    }

    private static boolean first(String text, int index) {
        char c = text.charAt(index);
        return c > ' ' && (index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1)));
    }

    private static int unweave(String text, int start, int end, Rewriting words, Rewriting letters) {
        int joined = 0;
        for (int i = start; i < end; i += 2) {
            words.copy(i);
            if (signed(text.charAt(i))) {
                letters.copy(i);
                joined++;
            }
        }
        letters.put(' ', end - 1, end);
        return joined;
    }

    private static int copyWord(String text, int start, Rewriting words, Rewriting letters) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        words.copy(start, Math.max(end, start + 1));
        if (end - start >= LONG_WORD && end - start <= LONGEST_WORD) {
            letters.copy(start, end);
            letters.put(' ', end - 1, end);
        }
        return Math.max(end, start + 1);
    }

    private static int join(String text, int start, int end, Rewriting words, Rewriting letters) {
        int narrowest = narrowest(text, start, end);
        char separator = text.charAt(start + 1);
        int joined = 0;
        int last = start;
        for (int i = start; i < end; i++) {
            if (!signed(text.charAt(i))) {
                continue;
            }
            if (i - last > narrowest || (i > last && text.charAt(last + 1) != separator)) {
                words.put(' ', last + 1, i);
            }
            words.copy(i);
            letters.copy(i);
            last = i;
            joined++;
        }
        letters.put(' ', end - 1, end);
        return joined;
    }

    /** The smallest distance between two letters of a run. */
    private static int narrowest(String text, int start, int end) {
        int narrowest = WIDEST_GAP + 1;
        int last = start;
        for (int i = start + 1; i < end; i++) {
            if (signed(text.charAt(i))) {
                narrowest = Math.min(narrowest, i - last);
                last = i;
            }
        }
        return narrowest;
    }

    /** Index after the run of single letters that starts at an index, or the index itself where there is none. */
    private static int runEnd(String text, int start) {
        if (!single(text, start)) {
            return start;
        }
        int count = 1;
        int end = start + 1;
        int next = afterGap(text, end);
        while (next > end && single(text, next)) {
            count++;
            end = next + 1;
            next = afterGap(text, end);
        }
        return count >= SHORTEST_RUN ? end : start;
    }

    /** Steps over the separators between two letters. */
    private static int afterGap(String text, int from) {
        int i = from;
        while (i < text.length() && i - from <= WIDEST_GAP && SEPARATORS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i - from > WIDEST_GAP ? from : i;
    }

    private static boolean single(String text, int index) {
        return index < text.length()
                && signed(text.charAt(index))
                && (index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1)))
                && (index + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(index + 1)));
    }

    private static boolean signed(char c) {
        return Character.isLetterOrDigit(c) || c == '@' || c == '$';
    }
}
