package io.vigil.pii.recogniser.name;

/** What a word is worth as a part of a person's name. */
enum NameClass {
    /** No part of a name. */
    NONE,
    /** Not known at all, with a capital letter. */
    UNKNOWN,
    INITIAL,
    /** Stands between names. */
    PARTICLE,
    /** A family name that is an ordinary word too, or a place or a brand. */
    DOUBTFUL_FAMILY,
    /** A given name that is an ordinary word too, or a place or a brand. */
    DOUBTFUL_GIVEN,
    /** On a list of family names, or written like one. */
    FAMILY,
    /** On a list of given names. */
    GIVEN;

    private static final long DOUBT = Trait.anyOf(
            Trait.ORDINARY,
            Trait.FUNCTION,
            Trait.BRAND,
            Trait.PLACE,
            Trait.COMPANY,
            Trait.COMPANY_WORD,
            Trait.COMPANY_HEAD,
            Trait.STREET_AFTER,
            Trait.STREET_PREFIX,
            Trait.SPEECH,
            Trait.PERSON_AFTER,
            Trait.PERSON_BEFORE,
            Trait.LIVING,
            Trait.REGALIA,
            Trait.UNIT);
    private static final long NAMES = Trait.anyOf(Trait.GIVEN, Trait.FAMILY);
    private static final int SHORTEST = 3;

    /** The class of a word; one in small letters only counts where a text has no capitals. */
    static NameClass of(Words words, int word, boolean caseless) {
        Case written = words.caseOf(word);
        long traits = words.traits(word);
        if (written == Case.SMALL) {
            return caseless ? inSmallLetters(traits, words.length(word)) : NONE;
        }
        if (!written.capital()) {
            return NONE;
        }
        if (written == Case.INITIAL) {
            return Trait.FUNCTION.in(traits) && words.behind(word) != '.' ? NONE : INITIAL;
        }
        if (Trait.TITLE.in(traits)) {
            return NONE;
        }
        if ((traits & NAMES) == 0) {
            return unlisted(words, word, traits, written);
        }
        if (words.length(word) < SHORTEST && (written == Case.CAPITALS || Trait.PARTICLE.in(traits))) {
            return NONE;
        }
        if (Trait.FUNCTION.in(traits) && !Trait.FAMILIAR.in(traits)) {
            return Trait.FAMILY.in(traits) ? DOUBTFUL_FAMILY : NONE;
        }
        boolean doubtful = (traits & DOUBT) != 0 || words.length(word) < SHORTEST;
        if (Trait.GIVEN.in(traits)) {
            return doubtful ? DOUBTFUL_GIVEN : GIVEN;
        }
        return doubtful ? DOUBTFUL_FAMILY : FAMILY;
    }

    boolean isGiven() {
        return this == GIVEN || this == DOUBTFUL_GIVEN;
    }

    boolean isCertain() {
        return this == GIVEN || this == FAMILY;
    }

    private static NameClass inSmallLetters(long traits, int length) {
        if (length < SHORTEST || (traits & (DOUBT | Trait.TITLE.bit | Trait.PARTICLE.bit)) != 0) {
            return NONE;
        }
        return Trait.GIVEN.in(traits) ? GIVEN : Trait.FAMILY.in(traits) ? FAMILY : NONE;
    }

    private static NameClass unlisted(Words words, int word, long traits, Case written) {
        if (Trait.PARTICLE.in(traits)) {
            return PARTICLE;
        }
        if (traits != 0 && traits != Trait.PHRASE.bit) {
            return NONE;
        }
        if (written == Case.CAPITALS || words.length(word) < SHORTEST) {
            return NONE;
        }
        return NameShape.of(words.text(), words.start(word), words.end(word)) ? FAMILY : UNKNOWN;
    }
}
