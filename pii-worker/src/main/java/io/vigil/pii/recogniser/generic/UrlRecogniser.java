package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Scanner;
import io.vigil.pii.recogniser.Sightings;
import io.vigil.pii.recogniser.context.ContextWords;

/**
 * Address of a page: with a scheme, or beginning with {@code www.}. Off by default: most addresses in a prompt are
 * public, and without them the model cannot answer.
 */
public final class UrlRecogniser implements Scanner {

    private static final CatalogueEntry ENTRY =
            CatalogueEntry.off("URL", "[URL]", 0.75, CatalogueEntry.ANYWHERE, "RFC 3986");

    private static final ContextWords CONTEXT =
            ContextWords.within(20, 0).in("en", "url", "link", "website").in("pl", "url", "link*", "stron*");

    private static final String MARK = "://";
    private static final String PREFIX = "www.";
    private static final String NEVER_INSIDE = "<>\"`{}|\\^\u201D\u201E";
    private static final String NEVER_LAST = ".,;:!?'*_";
    /** Longest scheme that is looked for, as in {@code postgresql}. */
    private static final int MAX_SCHEME = 12;

    @Override
    public CatalogueEntry entry() {
        return ENTRY;
    }

    @Override
    public ContextWords context() {
        return CONTEXT;
    }

    @Override
    public void scan(String text, Sightings sightings) {
        int from = 0;
        while (from < text.length()) {
            int start = next(text, from);
            if (start < 0) {
                return;
            }
            int host = text.startsWith(PREFIX, start) ? start : text.indexOf(MARK, start) + MARK.length();
            int end = end(text, host);
            if (hasHost(text, host, end)) {
                sightings.add(start, end, true, Checksum.VALID);
            }
            from = Math.max(end, host + 1);
        }
    }

    /** Where the next address begins; -1 where there is none. */
    private static int next(String text, int from) {
        int mark = text.indexOf(MARK, from);
        int limit = mark < 0 ? text.length() : mark;
        for (int i = from; i < limit; i++) {
            boolean word = i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1));
            if (word && text.startsWith(PREFIX, i)) {
                return i;
            }
        }
        if (mark < 0) {
            return -1;
        }
        int start = mark;
        while (start > from && mark - start < MAX_SCHEME && isSchemePart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int end(String text, int from) {
        int end = from;
        int open = 0;
        while (end < text.length() && isPart(text.charAt(end))) {
            char c = text.charAt(end);
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (open < 0) {
                break;
            }
            end++;
        }
        while (end > from && NEVER_LAST.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Whether a name with a dot stands there, or an address in brackets. */
    private static boolean hasHost(String text, int from, int end) {
        int i = from;
        boolean dot = false;
        while (i < end && text.charAt(i) != '/' && text.charAt(i) != '?' && text.charAt(i) != '#') {
            dot |= text.charAt(i) == '.' && i > from && i + 1 < end;
            i++;
        }
        return dot || (i > from && text.charAt(from) == '[');
    }

    private static boolean isPart(char c) {
        return c > ' ' && !Character.isWhitespace(c) && NEVER_INSIDE.indexOf(c) < 0;
    }

    private static boolean isSchemePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+';
    }
}
