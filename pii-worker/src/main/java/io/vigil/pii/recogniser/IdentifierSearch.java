package io.vigil.pii.recogniser;

import io.vigil.pii.recogniser.form.Form;
import io.vigil.pii.recogniser.form.FormAutomaton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Looks for all identifiers in one pass: wherever a number or a word begins, the automaton reads on as long as any form
 * goes on. The work for each position is bounded by the longest form. Immutable.
 */
final class IdentifierSearch {

    private final List<Identifier> identifiers = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final FormAutomaton automaton;
    /** For each state, the identifiers of which a form ends there. */
    private final Ending[][] endings;

    /** Takes the identifiers among recognisers; their index in the list is their number. */
    IdentifierSearch(List<Recogniser> recognisers) {
        var forms = new ArrayList<Form>();
        var owners = new ArrayList<Integer>();
        for (int number = 0; number < recognisers.size(); number++) {
            if (recognisers.get(number) instanceof Identifier identifier) {
                for (Form form : identifier.forms()) {
                    forms.add(form);
                    owners.add(identifiers.size());
                }
                identifiers.add(identifier);
                numbers.add(number);
            }
        }
        automaton = FormAutomaton.of(forms);
        endings = new Ending[automaton.size()][];
        for (int state = 0; state < endings.length; state++) {
            endings[state] = endings(automaton.marks(state), forms, owners);
        }
    }

    /** Reports what looks like a value. */
    void scan(String text, Findings findings) {
        var walk = new Walk();
        for (int start = 0; start < text.length(); start++) {
            if (begins(text, start) && walk(text, start, walk)) {
                report(text, start, walk, findings);
            }
        }
    }

    /** Whether a value may begin at a character: not within a number, and not within a word. */
    private static boolean begins(String text, int index) {
        if (index == 0) {
            return true;
        }
        char before = text.charAt(index - 1);
        char c = text.charAt(index);
        if (c >= '0' && c <= '9') {
            return before < '0' || before > '9';
        }
        boolean inside = Character.isLetterOrDigit(before) && (c == ':' || Character.isLetterOrDigit(c));
        return before != c && !inside;
    }

    private boolean walk(String text, int start, Walk walk) {
        walk.size = 0;
        int state = FormAutomaton.START;
        for (int i = start; i < text.length(); i++) {
            state = automaton.next(state, text.charAt(i));
            if (state == 0) {
                break;
            }
            if (endings[state].length > 0) {
                walk.add(state, i + 1);
            }
        }
        return walk.size > 0;
    }

    /** Tries the longest first: a value that is proved makes shorter ones of its kind pointless. */
    private void report(String text, int start, Walk walk, Findings findings) {
        boolean words = findings.hasWordsNear(start, walk.ends[walk.size - 1]);
        walk.proved.clear();
        for (int i = walk.size - 1; i >= 0; i--) {
            int end = walk.ends[i];
            for (Ending ending : endings[walk.states[i]]) {
                boolean open = (ending.certain || words) && !walk.proved.get(ending.identifier);
                if (open && report(text, start, end, ending, findings)) {
                    walk.proved.set(ending.identifier);
                }
            }
        }
    }

    private boolean report(String text, int start, int end, Ending ending, Findings findings) {
        Identifier identifier = identifiers.get(ending.identifier);
        return findings.add(
                numbers.get(ending.identifier),
                start,
                end,
                ending.certain,
                () -> identifier.proof().apply(text.substring(start, end)));
    }

    private static Ending[] endings(int[] marks, List<Form> forms, List<Integer> owners) {
        var endings = new ArrayList<Ending>();
        for (int mark : marks) {
            boolean certain = forms.get(mark).certain();
            int owner = owners.get(mark);
            boolean same = !endings.isEmpty() && endings.getLast().identifier == owner;
            if (same) {
                certain |= endings.removeLast().certain;
            }
            endings.add(new Ending(owner, certain));
        }
        return endings.toArray(Ending[]::new);
    }

    private record Ending(int identifier, boolean certain) {}

    /** Where forms ended on the way from one position. */
    private static final class Walk {

        private final BitSet proved = new BitSet();
        private int size;
        private int[] states = new int[64];
        private int[] ends = new int[64];

        void add(int state, int end) {
            if (size == ends.length) {
                states = Arrays.copyOf(states, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            states[size] = state;
            ends[size++] = end;
        }
    }
}
