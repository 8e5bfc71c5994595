package io.vigil.detection.semantic;

import java.util.Arrays;

/** Vocabulary ids of a text in order, each with its place in the text. Grows while it is filled; not thread-safe. */
final class Tokens {
    private int[] ids;
    private int[] starts;
    private int[] ends;
    private int size;

    Tokens(int expected) {
        ids = new int[expected];
        starts = new int[expected];
        ends = new int[expected];
    }

    /** Appends a token that stands for these UTF-16 code units of the text. */
    void add(int id, int start, int end) {
        if (size == ids.length) {
            int larger = Math.max(16, 2 * size);
            ids = Arrays.copyOf(ids, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
        }
        ids[size] = id;
        starts[size] = start;
        ends[size++] = end;
    }

    /** Forgets all tokens from this index on. */
    void truncate(int newSize) {
        size = newSize;
    }

    int size() {
        return size;
    }

    int id(int index) {
        return ids[index];
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }
}
