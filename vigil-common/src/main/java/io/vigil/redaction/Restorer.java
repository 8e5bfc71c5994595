package io.vigil.redaction;

import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * Puts values back in the place of their tokens. What it puts in is not looked at again. Takes time linear to the text.
 * Immutable.
 */
public final class Restorer {

    /** Where the tokens stand. */
    public enum Format {
        /** In a text: values come back as they were. */
        TEXT,
        /** In strings of a JSON document: values come back with JSON's escapes (RFC 8259 section 7). */
        JSON
    }

    private final Map<String, String> originals;
    private final NavigableSet<String> tokens;
    private final int longest;
    private final Format format;
    private final int most;

    /**
     * A restorer of texts of any length.
     *
     * @param originals from each token, which begins with an opening bracket and has no other, to its value
     */
    public Restorer(Map<String, String> originals, Format format) {
        this(originals, format, Integer.MAX_VALUE);
    }

    /**
     * A restorer with a bound: a short text may have the token of a long value many times.
     *
     * @param originals from each token, which begins with an opening bracket and has no other, to its value
     * @param most longest text that it makes, in UTF-16 code units
     */
    public Restorer(Map<String, String> originals, Format format, int most) {
        this.originals = Map.copyOf(originals);
        this.tokens = new TreeSet<>(originals.keySet());
        this.longest =
                originals.keySet().stream().mapToInt(String::length).max().orElse(0);
        this.format = format;
        this.most = most;
    }

    /**
     * A text with values put back.
     *
     * @param text what is certain
     * @param rest the end that may be the beginning of a token: belongs before the next piece
     * @param restored number of tokens that were replaced
     */
    public record Restored(String text, String rest, int restored) {

        /** Says how much there is, never what it is. */
        @Override
        public String toString() {
            return "Restored[" + restored + " tokens]";
        }
    }

    /** A whole text with every value put back. */
    public String restore(String text) {
        return restore(text, false).text();
    }

    /**
     * A piece of a text with every value put back whose token is whole.
     *
     * @param more whether another piece follows; without one, nothing is held back
     * @throws IllegalArgumentException where the text would be longer than the bound
     */
    public Restored restore(String piece, boolean more) {
        int certain = more ? beginningOfToken(piece) : piece.length();
        var text = new StringBuilder(certain);
        int restored = 0;
        int copied = 0;
        for (int open = piece.indexOf('['); open >= 0 && open < certain; open = piece.indexOf('[', open + 1)) {
            int end = endOfToken(piece, open);
            String value = end < 0 ? null : originals.get(piece.substring(open, end));
            if (value != null) {
                append(text, piece, copied, open, written(value));
                copied = end;
                restored++;
            }
        }
        return new Restored(text.append(piece, copied, certain).toString(), piece.substring(certain), restored);
    }

    private void append(StringBuilder text, String piece, int from, int to, String value) {
        if ((long) text.length() + (to - from) + value.length() > most) {
            throw new IllegalArgumentException("the restored text would be longer than " + most);
        }
        text.append(piece, from, to).append(value);
    }

    private String written(String value) {
        return format == Format.TEXT
                ? value
                : String.valueOf(JsonStringEncoder.getInstance().quoteAsCharArray(value));
    }

    /** Behind the closing bracket, or -1 where none comes soon enough. */
    private int endOfToken(String text, int open) {
        int last = Math.min(text.length(), open + longest);
        for (int i = open + 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == ']') {
                return i + 1;
            }
            if (c == '[') {
                return -1;
            }
        }
        return -1;
    }

    /** Where the unfinished token at the end begins, or the length of the text. */
    private int beginningOfToken(String text) {
        int open = text.lastIndexOf('[');
        if (open < 0 || text.length() - open >= longest) {
            return text.length();
        }
        String tail = text.substring(open);
        String next = tokens.ceiling(tail);
        return next != null && next.length() > tail.length() && next.startsWith(tail) ? open : text.length();
    }
}
