package io.vigil.encoder;

import java.util.Arrays;

/** Vocabulary ids of a text in order, each with its place in the text. Grows while it is filled; not thread-safe. */
public final class Tokens {
    private int[] ids;
    private int[] starts;
    private int[] ends;
    private int size;

    /**
     * No tokens yet.
     *
     * @param expected how many there will be, roughly; 0 or more
     */
    public Tokens(int expected) {
        ids = new int[expected];
        starts = new int[expected];
        ends = new int[expected];
    }

    /** Appends a token that stands for these UTF-16 code units of the text. */
    public void add(int id, int start, int end) {
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

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Vocabulary id of a token. */
    public int id(int index) {
        return ids[index];
    }

    /** Where in the text it begins, in UTF-16 code units. */
    public int start(int index) {
        return starts[index];
    }

    /** Where in the text it ends, exclusive, in UTF-16 code units. */
    public int end(int index) {
        return ends[index];
    }

    /** The ids in a window, in order. */
    public int[] ids(Window window) {
        return Arrays.copyOfRange(ids, window.from(), window.to());
    }

    /** The ids in a window, each once. */
    public int[] distinct(Window window) {
        return Arrays.stream(ids, window.from(), window.to()).distinct().toArray();
    }
}
