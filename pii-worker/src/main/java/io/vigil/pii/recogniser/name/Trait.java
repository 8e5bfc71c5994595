package io.vigil.pii.recogniser.name;

/** What is known about a word by itself. A word may have several traits. */
enum Trait {
    /** Somebody's given name. */
    GIVEN,
    /** Somebody's family name. */
    FAMILY,
    /** A given name so common that it is one although it is another word too. */
    FAMILIAR,
    /** An ordinary word, so a capital letter alone makes no name of it. */
    ORDINARY,
    /** A word that is no name by itself, and never begins one: pronouns, months, imperatives. */
    FUNCTION,
    /** A product, a company, a model or a persona. */
    BRAND,
    /** A country, region or city. */
    PLACE,
    /** The first word of a place or a figure of several words. */
    PHRASE,
    /** A title or an honorific: what follows is a person. */
    TITLE,
    /** What follows is likely a person: kinship, roles, greetings, labels. */
    PERSON_BEFORE,
    /** Gives somebody a name: call, named. */
    CALLING,
    /** Who is given a name: me, her. */
    PRONOUN,
    /** Stands between a label and the name: is, się. */
    COPULA,
    /** The speaker says who he is. */
    INTRODUCTION,
    /** Belongs to somebody: address, birthday. */
    BELONGING,
    /** What stands beside it speaks. */
    SPEECH,
    /** What stands before it lives, works, wants. */
    PERSON_AFTER,
    /** What stands before it, or behind it, is a human being: lives, born. */
    HUMAN,
    /** Says where, so that what follows is more likely a place: in, at. */
    LOCATIVE,
    /** Says who did it: by. */
    AGENT,
    /** Joins a name to the sentence: by, with, from. */
    LINK,
    /** Part of a name in small letters: van, de, bin. */
    PARTICLE,
    /** May stand before a place: in, from, to. */
    PLACE_BEFORE,
    /** Living, travelling: a place follows soon. */
    LIVING,
    /** Legal form of a company. */
    COMPANY,
    /** Last word of many organisations. */
    COMPANY_WORD,
    /** First word of many Polish organisations. */
    COMPANY_HEAD,
    /** Kind of street before its name, written out. */
    STREET_BEFORE,
    /** Kind of street before its name, abbreviated with a dot. */
    STREET_BEFORE_DOTTED,
    /** Kind of street before its name, in Romance languages. */
    STREET_PREFIX,
    /** Kind of street behind its name. */
    STREET_AFTER,
    /** Part of a building. */
    UNIT,
    /** A Polish month as in the names of streets. */
    MONTH_GENITIVE,
    /** A small German word; many of them make a German text. */
    GERMAN,
    /** Number of a monarch. */
    REGALIA,
    /** A person of history or fiction, who needs no protection. */
    FIGURE;

    /** Its bit in a set of traits; sets never leave the process, so the order of the constants does not matter. */
    @SuppressWarnings("EnumOrdinal")
    final long bit = 1L << ordinal();

    /** Whether a set of traits has this one. */
    boolean in(long traits) {
        return (traits & bit) != 0;
    }

    /** The set of some traits. */
    static long anyOf(Trait... traits) {
        long bits = 0;
        for (Trait trait : traits) {
            bits |= trait.bit;
        }
        return bits;
    }
}
