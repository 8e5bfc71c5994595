package io.vigil.pii.remote;

import io.vigil.message.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that a service with a length limit can take. Neighbours overlap, so that a value on the border is
 * whole in one of them.
 *
 * @param offset where it begins in the text, in UTF-16 code units
 * @param text its characters
 */
record Chunk(int offset, String text) {

    /**
     * Cuts a text.
     *
     * @param limit longest part, in Unicode code points
     * @param overlap what neighbours share, in Unicode code points, less than {@code limit}
     */
    static List<Chunk> of(String text, int limit, int overlap) {
        if (text.length() <= limit) {
            return List.of(new Chunk(0, text));
        }
        var chunks = new ArrayList<Chunk>();
        int start = 0;
        while (true) {
            boolean last = text.codePointCount(start, text.length()) <= limit;
            int end = last ? text.length() : text.offsetByCodePoints(start, limit);
            chunks.add(new Chunk(start, text.substring(start, end)));
            if (last) {
                return chunks;
            }
            start = text.offsetByCodePoints(end, -overlap);
        }
    }

    /**
     * The part of the whole text that a service means.
     *
     * @param from first index in this part, in Unicode code points
     * @param to index after the last, in Unicode code points
     * @throws IllegalArgumentException where there is no such part
     */
    Span span(int from, int to) {
        if (from < 0 || to <= from || to > text.codePointCount(0, text.length())) {
            throw new IllegalArgumentException("offsets outside of the text");
        }
        int start = text.offsetByCodePoints(0, from);
        return new Span(offset + start, offset + text.offsetByCodePoints(start, to - from));
    }
}
