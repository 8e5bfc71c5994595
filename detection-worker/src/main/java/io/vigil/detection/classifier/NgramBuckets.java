package io.vigil.detection.classifier;

/**
 * The distinct hash buckets of a text's character 3- to 5-grams and word 1- to 3-grams (FNV-1a over UTF-16 code units).
 * Used by one thread, for one text.
 */
final class NgramBuckets {
    private static final int SEED = 0x811C9DC5;
    private static final int PRIME = 0x01000193;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int MOST_WORDS = 3;
    /** Keeps the hashes of word n-grams apart from those of character n-grams. */
    private static final int WORDS = 16;

    private final int bits;
    private final int mask;
    /** Open addressing; an entry is a bucket plus one, 0 is empty. */
    private final int[] slots;

    private int size;

    private NgramBuckets(int bits, int most) {
        this.bits = bits;
        this.mask = (1 << bits) - 1;
        this.slots = new int[Integer.highestOneBit(Math.max(8, most)) << 2];
    }

    /**
     * The buckets of a text.
     *
     * @param text as {@link NgramText} writes it
     * @param bits two to this power is the number of buckets
     */
    static NgramBuckets of(String text, int bits) {
        // Three lengths of character n-grams and three of words, of which there is at most one for every other unit.
        var buckets = new NgramBuckets(bits, 5 * text.length());
        buckets.addCharacters(text);
        buckets.addWords(text);
        return buckets;
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** Sum of the table's entries for these buckets. */
    long sum(byte[] table) {
        long sum = 0;
        for (int slot : slots) {
            sum += slot == 0 ? 0 : table[slot - 1];
        }
        return sum;
    }

    private void addCharacters(String text) {
        for (int n = SHORTEST; n <= LONGEST; n++) {
            for (int start = 0; start + n <= text.length(); start++) {
                int hash = SEED ^ n;
                for (int i = start; i < start + n; i++) {
                    hash = (hash ^ text.charAt(i)) * PRIME;
                }
                add(hash);
            }
        }
    }

    private void addWords(String text) {
        var words = new int[text.length() / 2 + 1];
        int count = 0;
        for (int at = 0; at < text.length(); ) {
            int end = endOfWord(text, at);
            if (end > at) {
                words[count++] = hash(text, at, end);
                addWordsEndingWith(words, count);
                at = end;
            } else {
                at += Character.charCount(text.codePointAt(at));
            }
        }
    }

    /** The start itself where no word begins there. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static int hash(String text, int start, int end) {
        int hash = SEED;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private void addWordsEndingWith(int[] words, int count) {
        for (int n = 1; n <= Math.min(MOST_WORDS, count); n++) {
            int hash = SEED ^ (WORDS + n);
            for (int i = count - n; i < count; i++) {
                hash = (hash ^ words[i]) * PRIME;
            }
            add(hash);
        }
    }

    private void add(int hash) {
        int bucket = (hash ^ (hash >>> bits)) & mask;
        int slot = ((bucket * PRIME) >>> 7) & (slots.length - 1);
        while (slots[slot] != 0) {
            if (slots[slot] == bucket + 1) {
                return;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = bucket + 1;
        size++;
    }
}
