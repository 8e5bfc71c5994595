package io.vigil.pii.overlap;

import io.vigil.message.PiiEntity;
import io.vigil.message.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Settles which value a character belongs to: of all values that cover it, to the one with the highest score; among
 * equals to the longest; then to the one that starts first; then by type and token. A value that loses some of its
 * characters keeps the rest, where the rest has a letter or digit: nothing that anybody found is left in sight.
 */
public final class OverlapRule {

    private static final Comparator<PiiEntity> BEST_FIRST = Comparator.comparingDouble(PiiEntity::score)
            .thenComparingInt(entity -> entity.span().length())
            .reversed()
            .thenComparing(PiiEntity::span)
            .thenComparing(PiiEntity::type)
            .thenComparing(PiiEntity::replacement);

    private OverlapRule() {}

    /**
     * The values by position, without overlap.
     *
     * @param text the text that the spans are of
     * @param candidates in any order; the answer does not depend on it
     */
    public static List<PiiEntity> settle(String text, List<PiiEntity> candidates) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        var best = new ArrayList<>(candidates);
        best.sort(BEST_FIRST);
        var settled = new TreeMap<Integer, PiiEntity>();
        for (PiiEntity candidate : best) {
            takeWhatIsFree(text, candidate, settled);
        }
        return List.copyOf(settled.values());
    }

    private static void takeWhatIsFree(String text, PiiEntity candidate, NavigableMap<Integer, PiiEntity> settled) {
        int free = candidate.span().start();
        int end = candidate.span().end();
        var before = settled.lowerEntry(free);
        if (before != null) {
            free = Math.max(free, before.getValue().span().end());
        }
        var taken = new ArrayList<PiiEntity>();
        for (PiiEntity winner : settled.subMap(candidate.span().start(), end).values()) {
            add(text, candidate, free, winner.span().start(), taken);
            free = winner.span().end();
        }
        add(text, candidate, free, end, taken);
        taken.forEach(part -> settled.put(part.span().start(), part));
    }

    private static void add(String text, PiiEntity candidate, int start, int end, List<PiiEntity> parts) {
        boolean whole =
                start == candidate.span().start() && end == candidate.span().end();
        int from = start;
        int to = end;
        while (!whole && from < to && !isPart(text, from)) {
            from++;
        }
        while (!whole && from < to && !isPart(text, to - 1)) {
            to--;
        }
        if (from < to) {
            parts.add(new PiiEntity(candidate.type(), new Span(from, to), candidate.score(), candidate.replacement()));
        }
    }

    private static boolean isPart(String text, int index) {
        char c = text.charAt(index);
        return Character.isSurrogate(c) || Character.isLetterOrDigit(c);
    }
}
