package io.vigil.pii.recogniser.name;

/** Reads on behind a street and its number: flat, postal code, town, region, country. */
final class AddressTail {

    private static final int NEAR = Gap.COMMA | Gap.LINE | Gap.DOT;
    private static final int LONGEST_TOWN = 3;
    private static final int MOST_PARTS = 8;

    private final Words words;
    private final Phrases phrases;

    AddressTail(Words words, Phrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    /** The last word of an address whose street ends at a word. */
    int last(int street) {
        int last = street;
        for (int i = 0; i < MOST_PARTS; i++) {
            int next = part(last);
            if (next == last) {
                return last;
            }
            last = next;
        }
        return last;
    }

    /** Where an address ends in the text: a letter behind a house number belongs to it. */
    int end(int last) {
        int end = words.end(last);
        String text = words.text();
        boolean letter = words.isNumber(last)
                && end < text.length()
                && Character.isLetter(text.charAt(end))
                && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)));
        return letter ? end + 1 : end;
    }

    /** The last word of the town at a position; one below where there is none. */
    int town(int first) {
        int place = phrases.last(words, first, Trait.PLACE);
        if (place >= first) {
            return place;
        }
        int last = first - 1;
        for (int i = first; i - first < LONGEST_TOWN && isTownPart(i) && (i == first || words.isJoined(i)); i++) {
            last = i;
        }
        return last;
    }

    /** The kind of street, and the direction behind it: {@code Street NW}. */
    int lastOfStreet(int kind) {
        boolean direction = words.isJoined(kind + 1)
                && words.caseOf(kind + 1).capital()
                && words.length(kind + 1) <= 2
                && !words.is(kind + 1, Trait.FUNCTION);
        return direction ? kind + 1 : kind;
    }

    private int part(int last) {
        int next = last + 1;
        int gap = words.gap(next);
        if (next >= words.size()) {
            return last;
        }
        if (gap == Gap.SLASH && words.isNumber(next) && words.isNumber(last)) {
            return next;
        }
        if (gap == Gap.NOTHING && words.isNumber(last) && words.length(next) == 1 && words.gap(next + 1) == Gap.SLASH) {
            return next;
        }
        boolean abbreviated = words.is(last, Trait.STREET_AFTER) || (gap & (Gap.COMMA | Gap.LINE)) != 0;
        if (!Gap.within(gap, NEAR) || ((gap & Gap.DOT) != 0 && !abbreviated)) {
            return last;
        }
        if ((words.is(next, Trait.UNIT) || (words.length(next) == 1 && words.behind(next) == '.'))
                && words.isNumber(next + 1)) {
            return next + 1;
        }
        if (isPostalPair(next)) {
            int town = words.isJoined(next + 2) ? town(next + 2) : next + 1;
            return Math.max(next + 1, town);
        }
        int place = phrases.last(words, next, Trait.PLACE);
        if (place >= next && words.isCapital(next)) {
            return place;
        }
        boolean separated = (gap & (Gap.COMMA | Gap.LINE)) != 0;
        if (isRegion(next) && (separated || isPostalNumber(next + 1))) {
            return next;
        }
        if (isPostalNumber(next) && !words.isNumber(last)) {
            return next;
        }
        if (separated && isTownPart(next)) {
            int town = town(next);
            boolean followed = Gap.within(words.gap(town + 1), NEAR)
                    && (isPostalNumber(town + 1)
                            || isRegion(town + 1)
                            || phrases.last(words, town + 1, Trait.PLACE) > town);
            boolean ends = (gap & Gap.COMMA) != 0 && Gap.endsSentence(words.gap(town + 1));
            return followed || ends ? town : last;
        }
        return last;
    }

    private boolean isTownPart(int word) {
        return words.isCapital(word)
                && words.length(word) > 2
                && !words.isAny(word, Trait.anyOf(Trait.FUNCTION, Trait.TITLE, Trait.PERSON_BEFORE));
    }

    private boolean isRegion(int word) {
        return words.caseOf(word) == Case.CAPITALS && words.length(word) == 2;
    }

    private boolean isPostalNumber(int word) {
        return words.isNumber(word) && words.length(word) >= 4 && words.length(word) <= 6;
    }

    private boolean isPostalPair(int word) {
        return words.isNumber(word)
                && words.length(word) == 2
                && words.isNumber(word + 1)
                && words.length(word + 1) == 3
                && words.gap(word + 1) == Gap.HYPHEN;
    }
}
