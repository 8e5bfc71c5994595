package io.vigil.detection.canonical.text;

import io.vigil.message.Span;
import org.jspecify.annotations.Nullable;

/**
 * A text derived from an original, with the place in the original that each of its characters stands for.
 *
 * <p>Immutable. A text with the characters of the original in the original places carries no map.
 */
public final class MappedText {

    private final String text;
    private final int @Nullable [] from;
    private final int @Nullable [] to;

    private MappedText(String text, int @Nullable [] from, int @Nullable [] to) {
        this.text = text;
        this.from = from;
        this.to = to;
    }

    /** The original itself, or a text with the same length and places. */
    public static MappedText identity(String text) {
        return new MappedText(text, null, null);
    }

    /**
     * A text whose character {@code i} stands for {@code from[i]} (inclusive) to {@code to[i]} (exclusive). The arrays may
     * be longer than the text; nobody may change them any more.
     */
    static MappedText mapped(String text, int[] from, int[] to) {
        return new MappedText(text, from, to);
    }

    /** The derived text. */
    public String text() {
        return text;
    }

    /** Number of UTF-16 code units of the derived text. */
    public int length() {
        return text.length();
    }

    /** First original index that the derived character stands for. */
    int from(int index) {
        return from == null ? index : from[index];
    }

    /** Original index after the last that the derived character stands for. */
    int to(int index) {
        return to == null ? index + 1 : to[index];
    }

    /** Writes the places of a part into two arrays, from an index on. */
    void places(int start, int end, int[] froms, int[] tos, int at) {
        if (from == null || to == null) {
            for (int i = start; i < end; i++) {
                froms[at + i - start] = i;
                tos[at + i - start] = i + 1;
            }
        } else {
            System.arraycopy(from, start, froms, at, end - start);
            System.arraycopy(to, start, tos, at, end - start);
        }
    }

    /** The same places under other characters, e.g. in lower case; the length must be the same. */
    public MappedText withText(String other) {
        if (other.length() != text.length()) {
            throw new IllegalArgumentException("a text of the same length is needed");
        }
        return new MappedText(other, from, to);
    }

    /**
     * The part of the original that a part of the derived text stands for.
     *
     * @param start first derived index
     * @param end derived index after the last, greater than {@code start}
     */
    public Span origin(int start, int end) {
        int first = Math.min(from(start), from(end - 1));
        int last = Math.max(to(start), to(end - 1));
        return new Span(first, last);
    }
}
