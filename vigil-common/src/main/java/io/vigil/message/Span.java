package io.vigil.message;

/**
 * A part of the request's text, in UTF-16 code units as Java counts them. The edge of the system converts to Unicode
 * code points.
 *
 * @param start first index, 0 or more
 * @param end index after the last, greater than {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("span needs 0 <= start < end");
        }
    }

    /** Number of UTF-16 code units covered, 1 or more. */
    public int length() {
        return end - start;
    }

    /** Whether the two spans share at least one position. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }
}
