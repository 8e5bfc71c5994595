package io.vigil.pii.recogniser.name;

/** Reads places and figures of one to four words. */
final class Phrases {

    private static final int LONGEST = 4;
    private static final long SPACE = 0x100000001b3L;

    private final Lexicon lexicon;

    Phrases(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /**
     * The last word of the longest phrase with a trait that begins at a word.
     *
     * @return below {@code first} where there is none
     */
    int last(Words words, int first, Trait trait) {
        int last = words.is(first, trait) ? first : first - 1;
        if (!words.is(first, Trait.PHRASE)) {
            return last;
        }
        long hash = words.hash(Lexicon.EMPTY, first);
        for (int i = first + 1; i < words.size() && i - first < LONGEST && isNext(words, i); i++) {
            hash = words.hash((hash ^ ' ') * SPACE, i);
            if (trait.in(lexicon.traits(hash))) {
                last = i;
            }
        }
        return last;
    }

    private static boolean isNext(Words words, int word) {
        boolean abbreviated = words.length(word - 1) == 2 && Gap.within(words.gap(word), Gap.DOT);
        return words.isJoined(word) || abbreviated;
    }
}
