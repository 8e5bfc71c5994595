package io.vigil.pii.recogniser.name;

/** Finds countries, regions and cities, known ones and those that somebody says to live in. */
final class PlaceGrammar {

    /** Of a place that nobody says to live in: less than what counts unless settings ask for more security. */
    private static final double BARE = 0.40;

    private static final double LIVED_IN = 0.75;
    private static final long NAMES = Trait.anyOf(Trait.GIVEN, Trait.FAMILY);
    private static final int FARTHEST = 4;

    private final Phrases phrases;

    PlaceGrammar(Phrases phrases) {
        this.phrases = phrases;
    }

    /** Adds places of several words, which hold words that would else be taken for persons. */
    void findPhrases(Mentions mentions) {
        Words words = mentions.words();
        for (int i = 0; i < words.size(); i++) {
            if (words.is(i, Trait.PHRASE) && words.isCapital(i) && !mentions.isTaken(i)) {
                int last = phrases.last(words, i, Trait.PLACE);
                if (last > i) {
                    mentions.add(Mention.Kind.PLACE, i, last, isLivedIn(words, i) ? LIVED_IN : BARE);
                    i = last;
                }
            }
        }
    }

    /** Adds the others. */
    void find(Mentions mentions) {
        Words words = mentions.words();
        for (int i = 0; i < words.size(); i++) {
            if (mentions.isTaken(i) || !words.isCapital(i)) {
                continue;
            }
            int last = phrases.last(words, i, Trait.PLACE);
            boolean livedIn = isLivedIn(words, i);
            if (last >= i && counts(words, i, last, livedIn)) {
                mentions.add(Mention.Kind.PLACE, i, last, livedIn ? LIVED_IN : BARE);
                i = last;
            } else if (livedIn && isUnknown(words, i)) {
                last = lastUnknown(words, i);
                mentions.add(Mention.Kind.PLACE, i, last, LIVED_IN);
                i = last;
            }
        }
    }

    private static boolean counts(Words words, int first, int last, boolean livedIn) {
        if (last > first || livedIn) {
            return true;
        }
        boolean ordinary = words.isAny(first, Trait.anyOf(Trait.ORDINARY, Trait.FUNCTION));
        boolean name = words.isAny(first, NAMES);
        boolean before = words.is(first - 1, Trait.PLACE_BEFORE) && words.isJoined(first);
        boolean listed = (words.gap(first) & Gap.COMMA) != 0 && words.isCapital(first - 1);
        return before || listed || (!ordinary && !name);
    }

    /** Whether a verb of living or travelling and a preposition stand before a word. */
    private static boolean isLivedIn(Words words, int word) {
        if (!words.is(word - 1, Trait.PLACE_BEFORE) || !words.isJoined(word)) {
            return false;
        }
        for (int i = word - 1; i >= word - FARTHEST && i >= 0; i--) {
            if (words.beginsSentence(i + 1)) {
                return false;
            }
            if (words.is(i, Trait.LIVING)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnknown(Words words, int word) {
        boolean known = words.isAny(word, ~(NAMES | Trait.PHRASE.bit));
        return !known && words.caseOf(word) == Case.CAPITAL;
    }

    private static int lastUnknown(Words words, int first) {
        int last = first;
        while (last - first < 2 && words.isJoined(last + 1) && isUnknown(words, last + 1)) {
            last++;
        }
        return last;
    }
}
