package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;

/** Joins letters that stand alone one after the other: {@code i g n o r e}, {@code i.g.n.o.r.e}. */
public final class Unspacing {

    private static final int SHORTEST_RUN = 4;
    private static final String SEPARATORS = " .-_*,|/+~:\t\n";

    /**
     * A joined text.
     *
     * @param words the text with its runs joined in place
     * @param letters only the runs, without word boundaries
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
            int end = runEnd(text, i);
            if (end > i) {
                joined += join(text, i, end, words, letters);
                i = end;
            } else {
                words.copy(i++);
            }
        }
        traces.add(Disguise.SPACED_LETTER, joined);
        return new Joined(joined == 0 ? source : words.finish(), letters.finish());
    }

    private static int join(String text, int start, int end, Rewriting words, Rewriting letters) {
        int joined = 0;
        int last = start;
        for (int i = start; i < end; i++) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            if (i - last > 2) {
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

    /** Steps over up to three separators. */
    private static int afterGap(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < 4 && SEPARATORS.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i - from == 4 ? from : i;
    }

    private static boolean single(String text, int index) {
        return index < text.length()
                && signed(text.charAt(index))
                && (index == 0 || !Character.isLetterOrDigit(text.charAt(index - 1)))
                && (index + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(index + 1)));
    }

    private static boolean signed(char c) {
        return Character.isLetter(c) || (c >= '0' && c <= '9') || c == '@' || c == '$';
    }
}
