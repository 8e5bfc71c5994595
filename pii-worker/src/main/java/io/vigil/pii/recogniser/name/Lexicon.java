package io.vigil.pii.recogniser.name;

import java.util.Arrays;

/**
 * Traits of words and of phrases of several words, by the hash of their letters. Holds no letters: twelve bytes for each
 * place of a table that has room to spare. An unknown word is taken for a known one by chance less than once in a
 * hundred million words. Immutable once built; thread-safe.
 */
final class Lexicon {

    /** Hash of nothing. */
    static final long EMPTY = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private final int[] marks;
    private final long[] traits;
    private final int mask;

    private Lexicon(int[] marks, long[] traits) {
        this.marks = marks;
        this.traits = traits;
        this.mask = marks.length - 1;
    }

    /** The hash of what was hashed before and the letters of a part of a text. */
    static long hash(long before, CharSequence text, int start, int end) {
        long hash = before;
        for (int i = start; i < end; i++) {
            char c = Folding.fold(text.charAt(i));
            if (c != Folding.NOTHING) {
                hash = (hash ^ c) * PRIME;
            }
        }
        return hash;
    }

    /** The traits of a word or phrase by its hash; none where it is not known. */
    long traits(long hash) {
        long mixed = mix(hash);
        int mark = mark(mixed);
        for (int slot = (int) mixed & mask; marks[slot] != 0; slot = (slot + 1) & mask) {
            if (marks[slot] == mark) {
                return traits[slot];
            }
        }
        return 0;
    }

    /** How many bytes the tables take. */
    int bytes() {
        return marks.length * Integer.BYTES + traits.length * Long.BYTES;
    }

    private static int mark(long mixed) {
        int mark = (int) (mixed >>> 32);
        return mark == 0 ? 1 : mark;
    }

    /** Spreads a hash over all bits, as the finaliser of MurmurHash3 does. */
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    /** Collects words. Used by one thread. */
    static final class Builder {

        private long[] hashes = new long[1 << 16];
        private long[] bits = new long[1 << 16];
        private int size;

        /** Gives a word or phrase one more trait. */
        void add(CharSequence words, Trait trait) {
            if (size == hashes.length) {
                hashes = Arrays.copyOf(hashes, size * 2);
                bits = Arrays.copyOf(bits, size * 2);
            }
            hashes[size] = mix(hash(EMPTY, words, 0, words.length()));
            bits[size++] = trait.bit;
        }

        Lexicon build() {
            int places = Math.max(2, Integer.highestOneBit(size) * 2);
            var marks = new int[places];
            var traits = new long[places];
            for (int i = 0; i < size; i++) {
                int mark = mark(hashes[i]);
                int slot = (int) hashes[i] & (places - 1);
                while (marks[slot] != 0 && marks[slot] != mark) {
                    slot = (slot + 1) & (places - 1);
                }
                marks[slot] = mark;
                traits[slot] |= bits[i];
            }
            return new Lexicon(marks, traits);
        }
    }
}
