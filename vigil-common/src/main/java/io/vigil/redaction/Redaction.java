package io.vigil.redaction;

import io.vigil.message.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Replaces parts of a text. Whatever the replacements say, no character that one of them covers is left in the result.
 *
 * <p>Overlap rule: spans that share a position are one region. The region is replaced once, as a whole, by the text of
 * its longest member; among equally long ones by the one that starts first, then by the one that stands first in the
 * list. Spans that only touch stay apart.
 */
public final class Redaction {

    private static final Comparator<Replacement> BY_START =
            Comparator.comparingInt(replacement -> replacement.span().start());

    private Redaction() {}

    /**
     * The text with all replacements made.
     *
     * @param text the original; a span that cuts a surrogate pair is widened to the whole character
     * @param replacements in any order, overlapping or not
     * @throws IllegalArgumentException where a span ends behind the text
     */
    public static String apply(String text, List<Replacement> replacements) {
        if (replacements.isEmpty()) {
            return text;
        }
        var redacted = new StringBuilder(text.length());
        int copied = 0;
        for (Replacement region : regions(text, replacements)) {
            redacted.append(text, copied, region.span().start()).append(region.with());
            copied = region.span().end();
        }
        return redacted.append(text, copied, text.length()).toString();
    }

    /**
     * The replacements as {@link #apply} makes them: by position, without overlap, whole characters only.
     *
     * @throws IllegalArgumentException where a span ends behind the text
     */
    public static List<Replacement> regions(String text, List<Replacement> replacements) {
        var sorted = new ArrayList<Replacement>(replacements.size());
        for (Replacement replacement : replacements) {
            sorted.add(new Replacement(wholeCharacters(text, replacement.span()), replacement.with()));
        }
        sorted.sort(BY_START);
        var regions = new ArrayList<Replacement>(sorted.size());
        for (int i = 0; i < sorted.size(); ) {
            Replacement longest = sorted.get(i);
            int start = longest.span().start();
            int end = longest.span().end();
            for (i++; i < sorted.size() && sorted.get(i).span().start() < end; i++) {
                Replacement next = sorted.get(i);
                end = Math.max(end, next.span().end());
                longest = next.span().length() > longest.span().length() ? next : longest;
            }
            regions.add(new Replacement(new Span(start, end), longest.with()));
        }
        return List.copyOf(regions);
    }

    /** The span, widened where it cuts a surrogate pair. */
    static Span wholeCharacters(String text, Span span) {
        if (span.end() > text.length()) {
            throw new IllegalArgumentException("span must end within the text");
        }
        int start = insidePair(text, span.start()) ? span.start() - 1 : span.start();
        int end = insidePair(text, span.end()) ? span.end() + 1 : span.end();
        return start == span.start() && end == span.end() ? span : new Span(start, end);
    }

    private static boolean insidePair(String text, int index) {
        return index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
