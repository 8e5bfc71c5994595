package io.vigil.pii.recogniser.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormAutomatonTest {

    @Property(tries = 2_000)
    void agreesWithAnotherEngineOnEveryForm(
            @ForAll("expressions") String one, @ForAll("expressions") String two, @ForAll("texts") String text) {
        var automaton = FormAutomaton.of(List.of(Form.certain(one), Form.exact(two)));
        int state = walk(automaton, text);
        assertThat(ends(automaton, state, 0))
                .as("%s on %s", one, text)
                .isEqualTo(Pattern.compile(one, Pattern.CASE_INSENSITIVE)
                        .matcher(text)
                        .matches());
        assertThat(ends(automaton, state, 1))
                .as("%s on %s", two, text)
                .isEqualTo(Pattern.compile(two).matcher(text).matches());
    }

    @Provide
    Arbitrary<String> expressions() {
        return expressions(4);
    }

    private static Arbitrary<String> expressions(int depth) {
        var one = Arbitraries.of("\\d", "a", "B", "[ab-]", "[A-B1-2]", "\\+", "[\\d-]", "x");
        if (depth == 0) {
            return one;
        }
        var part = expressions(depth - 1);
        return Arbitraries.oneOf(
                one,
                Combinators.combine(part, part).as((a, b) -> a + b),
                Combinators.combine(part, part).as((a, b) -> "(" + a + "|" + b + ")"),
                Combinators.combine(part, Arbitraries.of("?", "{2}", "{0,2}", "{1,3}"))
                        .as((a, times) -> "(" + a + ")" + times));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings().withChars("aAbBxX12-+").ofMaxLength(8);
    }

    @Test
    void readsLatinLettersWithMarksAsTheLettersWithout() {
        var automaton = FormAutomaton.of(List.of(Form.certain("wrzesnia")));
        assertThat(ends(automaton, walk(automaton, "wrze\u015Bnia"), 0)).isTrue();
        assertThat(walk(automaton, "wrze\u05D0nia")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a", "a)", "[a", "a{", "a{x}", "a{2", "\u0105", "\\"})
    void refusesWhatItCannotRead(String expression) {
        assertThatThrownBy(() -> FormAutomaton.of(List.of(Form.certain(expression))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int walk(FormAutomaton automaton, String text) {
        int state = FormAutomaton.START;
        for (int i = 0; i < text.length() && state != 0; i++) {
            state = automaton.next(state, text.charAt(i));
        }
        return state;
    }

    private static boolean ends(FormAutomaton automaton, int state, int mark) {
        return Arrays.stream(automaton.marks(state)).anyMatch(found -> found == mark);
    }
}
