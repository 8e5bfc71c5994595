package io.vigil.pii.recogniser.name;

/**
 * Finds postal addresses: a street with its number, and what follows of flat, postal code, town and country. Reads
 * Polish, English and the common order of other European languages.
 */
final class AddressGrammar {

    private static final double STREET_AND_NUMBER = 0.80;
    private static final double STREET_ONLY = 0.65;
    private static final double POSTAL_CODE = 0.70;
    private static final int LONGEST_STREET = 5;
    private static final int FARTHEST = 3;

    private final Mentions mentions;
    private final Words words;
    private final AddressTail tail;

    AddressGrammar(Mentions mentions, Phrases phrases) {
        this.mentions = mentions;
        this.words = mentions.words();
        this.tail = new AddressTail(words, phrases);
    }

    void find() {
        for (int i = 0; i < words.size(); i++) {
            int last = read(i);
            i = Math.max(i, last);
        }
    }

    private int read(int word) {
        boolean spaced = words.start(word) + words.length(word) + 2 == startOf(word + 1);
        boolean dotted = words.is(word, Trait.STREET_BEFORE_DOTTED)
                && words.gap(word + 1) == Gap.DOT
                && words.behind(word) == '.'
                && (spaced || words.isCapital(word + 1))
                && !words.is(word + 1, Trait.FUNCTION);
        if (dotted || words.is(word, Trait.STREET_BEFORE)) {
            return polish(word);
        }
        if (words.is(word, Trait.STREET_PREFIX) && words.isCapital(word)) {
            return romance(word, word);
        }
        if (words.isNumber(word)) {
            return numbered(word);
        }
        if (words.caseOf(word) == Case.CAPITAL && StreetShape.of(words.text(), words.start(word), words.end(word))) {
            return compound(word);
        }
        if (words.is(word, Trait.UNIT) && words.isCapital(word) && isHouseNumber(word + 1, Gap.DOT)) {
            return add(word, word + 1, STREET_ONLY);
        }
        return words.isCapital(word) ? trailing(word) : 0;
    }

    /** {@code ul. Prosta 5/7}, {@code al. Jana Nowego}, {@code os. 1 Maja 3 m. 4}. */
    private int polish(int kind) {
        int last = kind;
        for (int i = kind + 1; i < words.size() && i - kind <= LONGEST_STREET; i++) {
            boolean dotted = i == kind + 1 ? words.is(kind, Trait.STREET_BEFORE_DOTTED) : isAbbreviation(i - 1);
            boolean near = Gap.within(words.gap(i), dotted ? Gap.DOT : 0);
            boolean ordinal = words.isNumber(i) && words.is(i + 1, Trait.MONTH_GENITIVE);
            boolean month = words.is(i, Trait.MONTH_GENITIVE) && words.isNumber(i - 1);
            if (!near || !(words.isCapital(i) || ordinal || month || (i == kind + 1 && isAbbreviation(i)))) {
                break;
            }
            last = i;
        }
        if (last == kind) {
            return 0;
        }
        boolean number = isHouseNumber(last + 1, 0);
        if (!number && !isLivedIn(kind)) {
            return 0;
        }
        return number ? add(kind, last + 1, STREET_AND_NUMBER) : add(kind, last, STREET_ONLY);
    }

    /** Whether somebody says to live there, so that a street without a number says much. */
    private boolean isLivedIn(int street) {
        for (int i = street - 1; i >= 0 && i >= street - FARTHEST && !words.beginsSentence(i + 1); i--) {
            if (words.isAny(i, Trait.LIVING.bit | Trait.HUMAN.bit)) {
                return true;
            }
        }
        return false;
    }

    private int startOf(int word) {
        return word < words.size() ? words.start(word) : -1;
    }

    /** {@code Calle Mayor 12}, {@code 33 avenue de Provence}: the kind of street first. */
    private int romance(int first, int kind) {
        int last = kind;
        for (int i = kind + 1; i < words.size() && i - kind <= LONGEST_STREET; i++) {
            boolean part = words.isCapital(i) || words.is(i, Trait.PARTICLE);
            boolean near = Gap.within(words.gap(i), i == kind + 1 ? Gap.DOT : 0);
            if (!near || !part) {
                break;
            }
            last = words.isCapital(i) ? i : last;
        }
        if (last == kind) {
            return 0;
        }
        if (isHouseNumber(last + 1, Gap.COMMA)) {
            return add(first, last + 1, STREET_AND_NUMBER);
        }
        return first < kind ? add(first, last, STREET_AND_NUMBER) : 0;
    }

    /** {@code 12 High Street}, {@code 00-950 Warszawa}, {@code 33 rue Haute}. */
    private int numbered(int number) {
        if (isPolishPostalCode(number)) {
            int last = tail.town(number + 2);
            return last > number + 1 ? add(number, last, POSTAL_CODE) : 0;
        }
        if (!isHouseNumber(number, Gap.ANYTHING)) {
            return 0;
        }
        int next = number + 1;
        boolean another = words.isNumber(next) && words.isJoined(next);
        if (another || isLetterOfNumber(next)) {
            next++;
        }
        if (words.is(next, Trait.STREET_PREFIX) && words.isJoined(next) && !words.is(next + 1, Trait.ORDINARY)) {
            int last = romance(number, next);
            if (last > 0) {
                return last;
            }
        }
        for (int i = next; i < words.size() && i - next < LONGEST_STREET && words.isJoined(i); i++) {
            boolean kind = i > next && words.is(i, Trait.STREET_AFTER) && words.isCapital(i);
            if (kind) {
                return add(number, tail.lastOfStreet(i), STREET_AND_NUMBER);
            }
            if (StreetShape.of(words.text(), words.start(i), words.end(i)) && words.isCapital(i)) {
                int last = isHouseNumber(i + 1, 0) ? i + 1 : i;
                return add(number, last, STREET_AND_NUMBER);
            }
            if (!words.isCapital(i) && !words.is(i, Trait.PARTICLE) && !isOrdinal(i)) {
                return 0;
            }
        }
        return 0;
    }

    /** {@code Hauptstraße 12}, {@code Storgatan 3}. */
    private int compound(int street) {
        return isHouseNumber(street + 1, 0) ? add(street, street + 1, STREET_AND_NUMBER) : 0;
    }

    /** {@code Lange Straat 12}, {@code Kossuth utca 5}: the kind of street behind, and the number last. */
    private int trailing(int first) {
        for (int i = first + 1; i < words.size() && i - first < LONGEST_STREET && words.isJoined(i); i++) {
            if (words.is(i, Trait.STREET_AFTER) && isHouseNumber(i + 1, Gap.DOT) && !words.is(first, Trait.FUNCTION)) {
                return add(first, i + 1, STREET_AND_NUMBER);
            }
            if (!words.isCapital(i)) {
                return 0;
            }
        }
        return 0;
    }

    private int add(int first, int last, double score) {
        int whole = tail.last(last);
        mentions.add(Mention.Kind.ADDRESS, first, whole, tail.end(whole), score);
        return whole;
    }

    /** One to five digits, near the word before. */
    private boolean isHouseNumber(int word, int gap) {
        return words.isNumber(word)
                && words.length(word) <= 5
                && (Gap.within(words.gap(word), gap) || word == 0)
                && words.behind(word) != '%'
                && words.behind(word) != ':';
    }

    private boolean isPolishPostalCode(int word) {
        return words.length(word) == 2
                && words.isNumber(word + 1)
                && words.length(word + 1) == 3
                && words.gap(word + 1) == Gap.HYPHEN
                && words.end(word) + 1 == words.start(word + 1)
                && words.isJoined(word + 2)
                && words.isCapital(word + 2);
    }

    private boolean isAbbreviation(int word) {
        return words.behind(word) == '.' && words.length(word) <= 4;
    }

    /** {@code 12b}: a letter that touches a number. */
    private boolean isLetterOfNumber(int word) {
        return words.gap(word) == Gap.NOTHING && words.isNumber(word - 1) && words.length(word) == 1;
    }

    /** {@code 5th}, {@code 42nd}: a number and two letters that touch. */
    private boolean isOrdinal(int word) {
        return words.gap(word) == Gap.NOTHING && words.isNumber(word - 1) && words.length(word) == 2;
    }
}
