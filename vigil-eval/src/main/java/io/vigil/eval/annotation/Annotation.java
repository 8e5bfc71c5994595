package io.vigil.eval.annotation;

/**
 * Personal data at a place of a text.
 *
 * @param entity what it is, by its name in the catalogue of the PII worker
 * @param start first Unicode code point, from 0
 * @param end code point after the last, greater than {@code start}
 */
public record Annotation(String entity, int start, int end) {

    public Annotation {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an annotation needs 0 <= start < end");
        }
    }

    /** Whether the two share at least one code point. */
    public boolean overlaps(Annotation other) {
        return start < other.end && other.start < end;
    }

    /** Whether the two cover the same code points. */
    public boolean coversTheSame(Annotation other) {
        return start == other.start && end == other.end;
    }
}
