package io.vigil.detection.heuristics.pattern;

import com.google.re2j.Matcher;
import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import io.vigil.detection.canonical.View;
import java.util.Arrays;
import java.util.List;

/**
 * One walk of the program over one view.
 *
 * <p>Keywords arrive in the order of their ends. A chain of slots is followed by remembering, for each state, only the
 * latest place where it was reached: a later place is never worse for the slots that follow, so existence is decided
 * exactly while the work for each keyword is bounded. Expressions run after the walk, over the neighbourhood of their
 * keywords only.
 */
final class Run {

    /** Characters on each side of a keyword that its expression sees. */
    private static final int REACH = 240;

    /** Characters that expressions may see of one view, beside what all views of a text share. */
    private static final int OWN_BUDGET = 4_000;

    /** Places reported for one pattern and view. */
    private static final int MOST_PLACES = 3;

    /** A word in a text without word boundaries, on average. */
    private static final int COMPACT_WORD = 6;

    private final Program program;
    private final View view;
    private final String text;
    private final List<PatternMatch> found;
    private final int[] chainStart;
    private final int[] endWord;
    private final int[] places;
    private final Windows windows;
    private int counted;
    private int words;

    Run(Program program, View view, List<PatternMatch> found) {
        this.program = program;
        this.view = view;
        this.text = view.text();
        this.found = found;
        this.chainStart = new int[program.gap.length];
        this.endWord = new int[program.gap.length];
        this.places = new int[program.patterns.length];
        this.windows = new Windows(program.expressions.length);
        Arrays.fill(endWord, Integer.MIN_VALUE);
    }

    /**
     * Walks.
     *
     * @param shared characters that expressions may see in the views that are left, beside each view's own
     * @return how many of them are left after this one
     */
    int go(int shared) {
        AhoCorasickDoubleArrayTrie.IHit<Keyword> onHit = this::hit;
        program.automaton.parseText(text, onHit);
        return Math.min(shared, windows.forEach(OWN_BUDGET + shared, this::expression));
    }

    private void hit(int begin, int end, Keyword keyword) {
        for (int expression : keyword.expressions) {
            windows.add(expression, Math.max(0, begin - REACH), Math.min(text.length(), end + REACH));
        }
        boolean compact = !view.kind().words();
        boolean starts = compact || begin == 0 || !Words.part(text.charAt(begin - 1));
        if (!starts) {
            return;
        }
        boolean ends = compact || end == text.length() || !Words.part(text.charAt(end));
        int lastWord = compact ? end / COMPACT_WORD : wordsUpTo(end);
        int firstWord = compact ? begin / COMPACT_WORD : lastWord - keyword.words + 1;
        if (ends) {
            advance(keyword.exact, begin, end, firstWord, lastWord);
        }
        advance(keyword.prefix, begin, end, firstWord, lastWord);
    }

    private void advance(int[] slots, int begin, int end, int firstWord, int lastWord) {
        for (int slot : slots) {
            for (int state : program.statesOfSlot[slot]) {
                int gap = program.gap[state];
                int between = gap < 0 ? 0 : firstWord - 1 - endWord[state - 1];
                if (gap >= 0
                        && (endWord[state - 1] == Integer.MIN_VALUE || between < compactSlack() || between > gap)) {
                    continue;
                }
                chainStart[state] = gap < 0 ? begin : chainStart[state - 1];
                endWord[state] = lastWord;
                int pattern = program.patternOfState[state];
                if (pattern >= 0) {
                    report(pattern, chainStart[state], wordEnd(end));
                }
            }
        }
    }

    /** Without word boundaries the word count is an estimate that may be off by one. */
    private int compactSlack() {
        return view.kind().words() ? 0 : -1;
    }

    private void expression(int expression, int from, int to) {
        int pattern = program.patternOfExpression[expression];
        Matcher matcher = program.expressions[expression].matcher(text.substring(from, to));
        while (places[pattern] < MOST_PLACES && matcher.find()) {
            if (matcher.end() > matcher.start()) {
                report(pattern, from + matcher.start(), from + matcher.end());
            }
        }
    }

    private void report(int pattern, int start, int end) {
        if (places[pattern] < MOST_PLACES) {
            places[pattern]++;
            found.add(new PatternMatch(
                    program.patterns[pattern], view.kind(), view.content().origin(start, end)));
        }
    }

    /** Number of words that start before an index; the end of a sentence counts as one word more. */
    private int wordsUpTo(int end) {
        while (counted < end) {
            char c = text.charAt(counted);
            boolean starts = Words.startsAt(text, counted);
            boolean sentence = (c == '.' || c == '?') && counted + 1 < text.length() && text.charAt(counted + 1) <= ' ';
            words += starts || sentence ? 1 : 0;
            counted++;
        }
        return words;
    }

    private int wordEnd(int end) {
        int i = end;
        while (view.kind().words() && i < text.length() && Words.part(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
