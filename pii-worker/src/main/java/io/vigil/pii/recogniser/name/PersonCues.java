package io.vigil.pii.recogniser.name;

/** What the words beside a name say about it. */
final class PersonCues {

    private static final int LABEL_GAP = Gap.COLON | Gap.COMMA | Gap.LINE | Gap.QUOTE | Gap.BRACKET | Gap.QUESTION;

    private static final long NAMES = Trait.anyOf(Trait.GIVEN, Trait.FAMILY);

    private final Words words;

    PersonCues(Words words) {
        this.words = words;
    }

    /** Whether the words before a name leave no doubt that a person follows. */
    boolean announced(int first) {
        int before = first - 1;
        int gap = words.gap(first);
        if (words.is(before, Trait.TITLE) && Gap.within(gap, Gap.DOT) && words.length(before) > 1) {
            return true;
        }
        if (words.is(before, Trait.PERSON_BEFORE) && Gap.within(gap, LABEL_GAP)) {
            return words.caseOf(before) != Case.CODE;
        }
        return isLabelled(first);
    }

    /** Whether somebody says or does something beside a name. */
    boolean acts(int first, int last) {
        boolean speaks = words.is(first - 1, Trait.SPEECH) && Gap.within(words.gap(first), 0);
        boolean spoke = words.is(last + 1, Trait.SPEECH) && Gap.within(words.gap(last + 1), Gap.COMMA | Gap.QUOTE);
        boolean does = words.is(last + 1, Trait.PERSON_AFTER)
                && Gap.within(words.gap(last + 1), Gap.COMMA)
                && words.caseOf(last + 1) == Case.SMALL;
        return speaks || spoke || does;
    }

    /** Whether the words beside a name are only said of human beings. */
    boolean isHuman(int first, int last) {
        boolean spoke = words.is(last + 1, Trait.SPEECH) && words.isJoined(last + 1);
        boolean lives = words.is(last + 1, Trait.HUMAN) && Gap.within(words.gap(last + 1), Gap.COMMA);
        return (spoke || lives)
                && words.caseOf(last + 1) == Case.SMALL
                && words.caseOf(last) == Case.CAPITAL
                && !words.isCapital(first - 1);
    }

    /** Whether a title with a dot, or one that is nothing else, stands before a word. */
    boolean entitled(int first) {
        int before = first - 1;
        boolean plain = words.length(before) > 1 && words.length(before) < 4 && words.isCapital(before);
        return words.is(before, Trait.TITLE)
                && (words.gap(first) == Gap.DOT || (plain && words.isJoined(first)))
                && !words.is(first, Trait.FUNCTION);
    }

    /** Whether the speaker says that the name is his. */
    boolean introduced(int first) {
        return words.is(first - 1, Trait.INTRODUCTION)
                && Gap.within(words.gap(first), 0)
                && !words.isJoined(first + 1)
                && words.length(first - 1) > 1;
    }

    /** Whether a name stands alone before a colon at the beginning of a line, as in a dialogue. */
    boolean speaksInDialogue(int first, int last) {
        return words.behind(last) == ':'
                && (words.gap(first) & (Gap.LINE | Gap.TEXT_EDGE | Gap.BRACKET | Gap.QUOTE)) != 0
                && (words.gap(last + 1) & Gap.COLON) != 0;
    }

    /** Whether a name is called out: between a comma or a greeting and the end of the sentence. */
    boolean addressed(int first, int last) {
        boolean before = (words.gap(first) & Gap.COMMA) != 0;
        int behind = words.gap(last + 1);
        boolean end = (behind & (Gap.STOP | Gap.QUESTION | Gap.DOT | Gap.TEXT_EDGE)) != 0;
        boolean opening = words.beginsSentence(first) && (behind & Gap.COMMA) != 0;
        return (before && end) || opening;
    }

    /** Whether a small word joins a name to the sentence before it. */
    boolean linked(int first) {
        return words.is(first - 1, Trait.LINK) && Gap.within(words.gap(first), 0);
    }

    /** Whether something belongs to what is named: {@code 's}. */
    boolean owns(int last) {
        return (words.gap(last + 1) == Gap.QUOTE)
                && words.length(last + 1) == 1
                && words.text().charAt(words.start(last + 1)) == 's';
    }

    /** Whether something that belongs to people belongs to what is named: {@code Ann's address}. */
    boolean ownsAsPerson(int last) {
        return owns(last) && words.is(last + 2, Trait.BELONGING) && words.isJoined(last + 2);
    }

    /**
     * Whether a name in small letters begins at a word: announced, and on a list of names or, where the announcement is
     * plain, not known at all.
     */
    boolean announcedInSmallLetters(int word) {
        if (words.caseOf(word) != Case.SMALL || words.length(word) < 3) {
            return false;
        }
        long traits = words.traits(word);
        boolean name = (traits & NAMES) != 0 && !Trait.FUNCTION.in(traits) && !Trait.PARTICLE.in(traits);
        boolean plain = isLabelled(word) || (words.is(word - 1, Trait.TITLE) && words.gap(word) == Gap.DOT);
        boolean certain = Trait.GIVEN.in(traits) && name && !Trait.ORDINARY.in(traits) && announced(word);
        return certain || (plain && (name || traits == 0));
    }

    /** Whether a word is no name by itself. */
    boolean isStop(int word) {
        return words.isAny(word, Trait.anyOf(Trait.FUNCTION, Trait.BRAND));
    }

    /** Whether a capital word that is no name stands directly beside a word: {@code Elizabeth Bridge}. */
    boolean isPartOfTerm(int first, int last) {
        boolean before = words.isJoined(first)
                && words.isCapital(first - 1)
                && !words.isAny(first - 1, Trait.FUNCTION.bit | Trait.TITLE.bit)
                && !words.beginsSentence(first - 1);
        boolean behind = words.isJoined(last + 1)
                && words.isCapital(last + 1)
                && !words.isAny(last + 1, Trait.FUNCTION.bit)
                && words.caseOf(last + 1) != Case.INITIAL;
        return before || behind || (words.gap(last + 1) == Gap.HYPHEN && !words.isCapital(last + 1));
    }

    /** {@code my name is}, {@code call me}, {@code nazywam się}. */
    private boolean isLabelled(int word) {
        if (!Gap.within(words.gap(word), Gap.COLON | Gap.QUOTE)) {
            return false;
        }
        boolean named = words.is(word - 1, Trait.COPULA) && words.is(word - 2, Trait.PERSON_BEFORE);
        return named || (words.is(word - 2, Trait.CALLING) && words.is(word - 1, Trait.PRONOUN));
    }
}
