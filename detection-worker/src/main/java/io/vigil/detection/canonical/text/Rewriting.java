package io.vigil.detection.canonical.text;

import java.util.Arrays;

/** Builds a derived text from another one, left to right, and keeps the map to the original. Not thread-safe. */
public final class Rewriting {

    private final MappedText source;
    private char[] text;
    private int[] from;
    private int[] to;
    private int length;

    /** Starts with an empty result. */
    public Rewriting(MappedText source) {
        this.source = source;
        int capacity = source.length() + 16;
        this.text = new char[capacity];
        this.from = new int[capacity];
        this.to = new int[capacity];
    }

    /** Number of characters written so far. */
    public int length() {
        return length;
    }

    /** The character written last, or a line break where nothing was written. */
    public char last() {
        return length == 0 ? '\n' : text[length - 1];
    }

    /** Copies the source's character at an index. */
    public void copy(int index) {
        if (length == text.length) {
            grow(length + 1);
        }
        text[length] = source.text().charAt(index);
        from[length] = source.from(index);
        to[length] = source.to(index);
        length++;
    }

    /** Copies a part of the source. */
    public void copy(int start, int end) {
        int needed = length + end - start;
        if (needed > text.length) {
            grow(needed);
        }
        source.text().getChars(start, end, text, length);
        source.places(start, end, from, to, length);
        length = needed;
    }

    /** Writes one character that stands for a part of the source, which may run backwards in the original. */
    public void put(char character, int start, int end) {
        if (length == text.length) {
            grow(length + 1);
        }
        text[length] = character;
        from[length] = Math.min(source.from(start), source.from(end - 1));
        to[length] = Math.max(source.to(start), source.to(end - 1));
        length++;
    }

    /** Writes several characters that all stand for the same part of the source. */
    public void put(String characters, int start, int end) {
        for (int i = 0; i < characters.length(); i++) {
            put(characters.charAt(i), start, end);
        }
    }

    /** Takes back the character written last; nothing happens where none is. */
    public void erase() {
        length = Math.max(0, length - 1);
    }

    /** The finished text; nothing may be written any more. */
    public MappedText finish() {
        return MappedText.mapped(new String(text, 0, length), from, to);
    }

    private void grow(int needed) {
        int capacity = Math.max(needed, text.length * 2);
        text = Arrays.copyOf(text, capacity);
        from = Arrays.copyOf(from, capacity);
        to = Arrays.copyOf(to, capacity);
    }
}
