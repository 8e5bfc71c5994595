package io.vigil.pii.recogniser.name;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The names found so far in one text. No word belongs to two of them. */
final class Mentions {

    private final Words words;
    private final BitSet taken = new BitSet();
    private final BitSet persons = new BitSet();
    private final List<Mention> found = new ArrayList<>();

    Mentions(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    boolean isTaken(int word) {
        return word >= 0 && taken.get(word);
    }

    boolean isPerson(int word) {
        return word >= 0 && persons.get(word);
    }

    /** Words that are no names of anything, whatever a later grammar makes of them. */
    void rule(int first, int last) {
        taken.set(first, last + 1);
    }

    void add(Mention.Kind kind, int first, int last, double score) {
        add(kind, first, last, words.end(last), score);
    }

    /**
     * Adds a name that goes on behind its last word, as a house number with a letter does. Nothing is added where one of
     * its words belongs to another name already.
     */
    void add(Mention.Kind kind, int first, int last, int end, double score) {
        int before = taken.nextSetBit(first);
        if (before >= 0 && before <= last) {
            return;
        }
        taken.set(first, last + 1);
        if (kind == Mention.Kind.PERSON) {
            persons.set(first, last + 1);
        }
        found.add(new Mention(kind, words.start(first), end, score));
    }

    List<Mention> found() {
        return found;
    }
}
