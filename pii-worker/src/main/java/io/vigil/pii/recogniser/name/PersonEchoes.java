package io.vigil.pii.recogniser.name;

import java.util.Set;

/**
 * Persons that the persons found before give away: a part of a name that comes again alone, the other of two that are
 * joined by "and", one in a list.
 */
final class PersonEchoes {

    private final Words words;
    private final Mentions mentions;
    private final PersonCues cues;
    private final TextStyle style;
    private final Set<Long> known;

    /** Takes the hashes of the parts of names found before. */
    PersonEchoes(Mentions mentions, TextStyle style, Set<Long> known) {
        this.words = mentions.words();
        this.mentions = mentions;
        this.cues = new PersonCues(words);
        this.style = style;
        this.known = known;
    }

    /** Adds them. */
    void find() {
        for (int i = 0; i < words.size(); i++) {
            if (mentions.isTaken(i) || style.classOf(i) == NameClass.NONE || words.caseOf(i) == Case.INITIAL) {
                continue;
            }
            boolean again = known.contains(words.hash(Lexicon.EMPTY, i));
            if (again || (!cues.isStop(i) && !cues.isPartOfTerm(i, i) && isPairedWithPerson(i))) {
                mentions.add(Mention.Kind.PERSON, i, i, PersonGrammar.LONE_FAMILY);
            }
        }
    }

    private boolean isPairedWithPerson(int word) {
        if (style.classOf(word) == NameClass.PARTICLE || words.is(word, Trait.PLACE)) {
            return false;
        }
        boolean after = isAnd(word - 1) && isPerson(word - 2);
        boolean before = isAnd(word + 1) && isPerson(word + 2);
        boolean opens = words.gap(word) == Gap.COLON || (words.gap(word) == Gap.COMMA && isPerson(word - 1));
        boolean listed = opens && words.gap(word + 1) == Gap.COMMA && isPerson(word + 1);
        return after || before || listed;
    }

    private boolean isAnd(int word) {
        return words.caseOf(word) == Case.SMALL
                && words.isJoined(word)
                && words.isJoined(word + 1)
                && words.is(word, Trait.FUNCTION)
                && (equals(word, "and") || equals(word, "i") || equals(word, "oraz"));
    }

    private boolean equals(int word, String small) {
        return words.length(word) == small.length() && words.text().startsWith(small, words.start(word));
    }

    private boolean isPerson(int word) {
        return mentions.isTaken(word) && style.classOf(word) != NameClass.NONE && mentions.isPerson(word);
    }
}
