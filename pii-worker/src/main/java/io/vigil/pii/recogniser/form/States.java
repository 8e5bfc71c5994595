package io.vigil.pii.recogniser.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The expressions as one machine that may be in several states at once, built from the end to the beginning (Thompson
 * 1968). A state reads a character and goes on, splits, or accepts a form.
 */
final class States {

    private static final int NONE = -1;
    private static final BitSet NOTHING = new BitSet();

    private final List<BitSet> reads = new ArrayList<>();
    private final List<int[]> next = new ArrayList<>();
    private final List<Integer> accepts = new ArrayList<>();
    private final Map<Integer, BitSet> closures = new HashMap<>();

    /** Adds an expression; returns the state where it begins. */
    int add(Term term, int mark) {
        return before(term, state(NOTHING, mark));
    }

    private int size() {
        return reads.size();
    }

    /** Adds the states that can be reached from a state without reading, but for those that only split. */
    void close(int state, BitSet reached) {
        if (!reads.get(state).isEmpty() || accepts.get(state) != NONE) {
            reached.set(state);
            return;
        }
        for (int successor : next.get(state)) {
            close(successor, reached);
        }
    }

    /**
     * Where the states lead, by column of the next character.
     *
     * @param members one character of each column
     */
    BitSet[] follow(BitSet states, int... members) {
        var targets = new BitSet[members.length];
        Arrays.setAll(targets, column -> new BitSet(size()));
        for (int state = states.nextSetBit(0); state >= 0; state = states.nextSetBit(state + 1)) {
            BitSet read = reads.get(state);
            for (int column = 1; column < members.length && !read.isEmpty(); column++) {
                if (read.get(members[column])) {
                    targets[column].or(closure(next.get(state)[0]));
                }
            }
        }
        return targets;
    }

    /** The marks of the forms that end in one of the states, ascending. */
    int[] marks(BitSet states) {
        return states.stream()
                .map(accepts::get)
                .filter(mark -> mark != NONE)
                .distinct()
                .sorted()
                .toArray();
    }

    private BitSet closure(int state) {
        return closures.computeIfAbsent(state, from -> {
            var reached = new BitSet(size());
            close(from, reached);
            return reached;
        });
    }

    /** The sets of characters that the states read. */
    List<BitSet> alphabets() {
        return reads.stream().filter(set -> !set.isEmpty()).distinct().toList();
    }

    private int before(Term term, int follower) {
        return switch (term) {
            case Term.One(BitSet of) -> state(of, NONE, follower);
            case Term.Sequence(List<Term> parts) -> {
                int entry = follower;
                for (Term part : parts.reversed()) {
                    entry = before(part, entry);
                }
                yield entry;
            }
            case Term.Choice(List<Term> options) ->
                state(
                        NOTHING,
                        NONE,
                        options.stream()
                                .mapToInt(option -> before(option, follower))
                                .toArray());
            case Term.Repeat(Term part, int least, int most) -> {
                int entry = follower;
                for (int i = least; i < most; i++) {
                    entry = state(NOTHING, NONE, before(part, entry), follower);
                }
                for (int i = 0; i < least; i++) {
                    entry = before(part, entry);
                }
                yield entry;
            }
        };
    }

    private int state(BitSet read, int mark, int... successors) {
        reads.add(read);
        accepts.add(mark);
        next.add(successors);
        return reads.size() - 1;
    }
}
