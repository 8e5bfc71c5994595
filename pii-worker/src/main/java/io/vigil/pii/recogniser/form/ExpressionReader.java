package io.vigil.pii.recogniser.form;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Reads the expression of a {@link Form}. Used at start only, on expressions of this program. */
final class ExpressionReader {

    private static final int ASCII = 128;

    private final String text;
    private final boolean exactCase;
    private int at;

    private ExpressionReader(Form form) {
        this.text = form.expression();
        this.exactCase = form.exactCase();
    }

    /**
     * Reads the whole expression.
     *
     * @throws IllegalArgumentException where it is not such an expression
     */
    static Term read(Form form) {
        var reader = new ExpressionReader(form);
        Term term = reader.choice();
        if (reader.at < reader.text.length()) {
            throw reader.wrong();
        }
        return term;
    }

    private Term choice() {
        var options = new ArrayList<Term>();
        options.add(sequence());
        while (takes('|')) {
            options.add(sequence());
        }
        return options.size() == 1 ? options.getFirst() : new Term.Choice(List.copyOf(options));
    }

    private Term sequence() {
        var parts = new ArrayList<Term>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(atom()));
        }
        return new Term.Sequence(List.copyOf(parts));
    }

    private Term atom() {
        if (takes('(')) {
            Term group = choice();
            expect(')');
            return group;
        }
        var set = new BitSet(ASCII);
        if (takes('[')) {
            while (!takes(']')) {
                range(set);
            }
        } else {
            single(set);
        }
        return new Term.One(bothCases(set));
    }

    private void range(BitSet set) {
        if (text.startsWith("\\d", at)) {
            single(set);
            return;
        }
        char first = character();
        boolean isRange = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (isRange) {
            at++;
        }
        set.set(first, (isRange ? character() : first) + 1);
    }

    private void single(BitSet set) {
        if (text.startsWith("\\d", at)) {
            at += 2;
            set.set('0', '9' + 1);
        } else {
            set.set(character());
        }
    }

    private char character() {
        takes('\\');
        if (at >= text.length() || text.charAt(at) >= ASCII) {
            throw wrong();
        }
        return text.charAt(at++);
    }

    private BitSet bothCases(BitSet set) {
        if (!exactCase) {
            for (char c = 'a'; c <= 'z'; c++) {
                int capital = c - 'a' + 'A';
                boolean either = set.get(c) || set.get(capital);
                set.set(c, either);
                set.set(capital, either);
            }
        }
        return set;
    }

    private Term repeated(Term part) {
        if (takes('?')) {
            return new Term.Repeat(part, 0, 1);
        }
        if (!takes('{')) {
            return part;
        }
        int least = number();
        int most = takes(',') ? number() : least;
        expect('}');
        return new Term.Repeat(part, least, most);
    }

    private int number() {
        int start = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw wrong();
        }
        return Integer.parseInt(text, start, at, 10);
    }

    private boolean takes(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        if (!takes(c)) {
            throw wrong();
        }
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("cannot read " + text + " at " + at);
    }
}
