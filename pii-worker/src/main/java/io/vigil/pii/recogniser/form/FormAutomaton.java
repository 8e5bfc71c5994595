package io.vigil.pii.recogniser.form;

import io.vigil.pii.shadow.Letters;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All forms of all identifiers as one deterministic automaton. From a position it reads each character once and knows
 * after each which forms end there; it stops where no form goes on, so the longest form bounds its work. Latin letters
 * with marks count as the letters without. Immutable.
 */
public final class FormAutomaton {

    /** Where reading begins. State 0 is where nothing leads on. */
    public static final int START = 1;

    private static final int DEAD = 0;
    private static final int ASCII = 128;

    private final byte[] columns;
    private final int width;
    private final int[] table;
    private final int[][] marks;

    private FormAutomaton(byte[] columns, int width, int[] table, int[][] marks) {
        this.columns = columns;
        this.width = width;
        this.table = table;
        this.marks = marks;
    }

    /**
     * Builds it.
     *
     * @param forms by mark: a form at index {@code i} has the mark {@code i}
     */
    public static FormAutomaton of(List<Form> forms) {
        var states = new States();
        var start = new BitSet();
        for (int mark = 0; mark < forms.size(); mark++) {
            states.close(states.add(ExpressionReader.read(forms.get(mark)), mark), start);
        }
        byte[] columns = columns(states.alphabets());
        int width = 1;
        for (byte column : columns) {
            width = Math.max(width, column + 1);
        }
        return determinised(states, start, columns, width);
    }

    /** The state after a character, or 0 where no form goes on. */
    public int next(int state, char c) {
        char plain = c < ASCII ? c : Letters.fold(c);
        return plain < ASCII ? table[state * width + columns[plain]] : DEAD;
    }

    /** The marks of the forms that end in a state; not to be changed. */
    public int[] marks(int state) {
        return marks[state];
    }

    /** How many states it has. */
    public int size() {
        return marks.length;
    }

    /** Gives characters that no form tells apart the same column; 0 is for characters of no form. */
    private static byte[] columns(List<BitSet> alphabets) {
        var byMembership = new HashMap<BitSet, Byte>();
        byMembership.put(new BitSet(), (byte) 0);
        var columns = new byte[ASCII];
        for (int c = 0; c < ASCII; c++) {
            var membership = new BitSet();
            for (int i = 0; i < alphabets.size(); i++) {
                membership.set(i, alphabets.get(i).get(c));
            }
            columns[c] = byMembership.computeIfAbsent(membership, ignored -> (byte) byMembership.size());
        }
        return columns;
    }

    private static FormAutomaton determinised(States states, BitSet start, byte[] columns, int width) {
        var members = new int[width];
        for (int c = 0; c < ASCII; c++) {
            members[columns[c]] = c;
        }
        var numbers = new HashMap<BitSet, Integer>();
        var sets = new ArrayList<BitSet>();
        number(new BitSet(), numbers, sets);
        // Without forms the start is another place from where nothing leads on.
        numbers.putIfAbsent(start, START);
        sets.add(start);
        var rows = new ArrayList<int[]>();
        for (int state = 0; state < sets.size(); state++) {
            BitSet[] targets = states.follow(sets.get(state), members);
            var row = new int[width];
            for (int column = 1; column < width; column++) {
                row[column] = number(targets[column], numbers, sets);
            }
            rows.add(row);
        }
        var table = new int[rows.size() * width];
        for (int state = 0; state < rows.size(); state++) {
            System.arraycopy(rows.get(state), 0, table, state * width, width);
        }
        return new FormAutomaton(
                columns, width, table, sets.stream().map(states::marks).toArray(int[][]::new));
    }

    private static int number(BitSet set, Map<BitSet, Integer> numbers, List<BitSet> sets) {
        @Nullable Integer known = numbers.putIfAbsent(set, sets.size());
        if (known == null) {
            sets.add(set);
            return sets.size() - 1;
        }
        return known;
    }
}
