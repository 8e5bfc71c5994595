package io.vigil.detection.canonical.encoding;

import org.jspecify.annotations.Nullable;

/**
 * A run of base64, base32 or hexadecimal digits (RFC 4648), plain, from right to left or rotated by 13 places; lines of
 * the length that mail programs break at (RFC 2045) are one run.
 */
final class SealedRun {

    private static final int SHORTEST = 16;

    /** A line that ends earlier is not one that a mail program broke. */
    private static final int SHORTEST_LINE = 60;

    private SealedRun() {}

    /** Reads the run that starts at an index; a run that decodes to no language stays as it is. */
    static Passage at(String text, int start) {
        int end = lineEnd(text, start);
        if (end - start < SHORTEST) {
            return Passage.plain(Math.max(end, start + 1));
        }
        if (end - start < SHORTEST_LINE || nextLine(text, end) < 0) {
            return decoded(text, end, text.substring(start, end));
        }
        int first = end;
        var digits = new StringBuilder().append(text, start, end);
        int lineStart = nextLine(text, end);
        while (lineStart >= 0 && lineEnd(text, lineStart) > lineStart) {
            boolean whole = end - start >= SHORTEST_LINE;
            end = lineEnd(text, lineStart);
            digits.append(text, lineStart, end);
            lineStart = whole && end - lineStart >= SHORTEST_LINE ? nextLine(text, end) : -1;
        }
        Passage lines = decoded(text, end, digits.toString());
        return lines.says() == null ? decoded(text, first, text.substring(start, first)) : lines;
    }

    private static Passage decoded(String text, int end, String digits) {
        String says = Radix.says(digits);
        if (says == null) {
            return Passage.plain(end);
        }
        int last = end;
        while (last < text.length() && text.charAt(last) == '=') {
            last++;
        }
        return new Passage(says, last, 0, true);
    }

    private static int lineEnd(String text, int start) {
        int end = start;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Index after one line break at an index, or -1. */
    private static int nextLine(String text, int end) {
        if (text.startsWith("\r\n", end)) {
            return end + 2;
        }
        return text.startsWith("\n", end) ? end + 1 : -1;
    }

    static boolean digit(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    /** What a run of digits says in any of the encodings, or null. */
    private static final class Radix {

        private static @Nullable String says(String run) {
            String upright = Digits.read(run);
            if (upright != null) {
                return upright;
            }
            String backwards = Digits.read(new StringBuilder(run).reverse().toString());
            return backwards != null ? backwards : Digits.read(rotated(run));
        }

        private static String rotated(String run) {
            char[] turned = run.toCharArray();
            for (int i = 0; i < turned.length; i++) {
                char lower = (char) (turned[i] | 0x20);
                if (lower >= 'a' && lower <= 'z') {
                    turned[i] += (char) (lower < 'n' ? 13 : -13);
                }
            }
            return new String(turned);
        }
    }
}
