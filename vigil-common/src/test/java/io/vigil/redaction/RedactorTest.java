package io.vigil.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.message.Span;
import io.vigil.redaction.Restorer.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

    private static final Redactor REDACTOR = new Redactor(identity -> Integer.toHexString(identity.hashCode()));

    @Test
    void putsOneTokenInThePlaceOfEveryValue() {
        assertThat(redacted("Jan met Ewa", new RedactionMode.Token("<name>"), "Jan", "Ewa"))
                .isEqualTo("<name> met <name>");
    }

    @Test
    void numbersDistinctValuesInTheOrderOfTheText() {
        assertThat(redacted("Jan met Ewa, and Ewa told Jan", new RedactionMode.Numbered("PERSON"), "Jan", "Ewa"))
                .isEqualTo("[PERSON_1] met [PERSON_2], and [PERSON_2] told [PERSON_1]");
    }

    @Test
    void givesOneValueWrittenInTwoWaysOneNumber() {
        assertThat(redacted(
                        "123-456-32-18 is 1234563218, JAN KOWALSKI is Jan  Kowalski",
                        new RedactionMode.Numbered("X"),
                        "123-456-32-18",
                        "1234563218",
                        "JAN KOWALSKI",
                        "Jan  Kowalski"))
                .isEqualTo("[X_1] is [X_1], [X_2] is [X_2]");
    }

    @Test
    void givesNoNumberThatTheTextHasItself() {
        assertThat(redacted("[PERSON_1] met Jan", new RedactionMode.Numbered("PERSON"), "Jan"))
                .isEqualTo("[PERSON_1] met [PERSON_2]");
    }

    @ParameterizedTest
    @CsvSource({
        "4532015112830366, 4, ************0366",
        "4532015112830366, 0, ****************",
        "12345678, 4, ********",
        "123456789, 4, *****6789",
        "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE01, 1, **\uD83D\uDE01",
    })
    void masksAllButTheEndAndKeepsLessThanHalf(String value, int keepLast, String masked) {
        assertThat(redacted("is " + value, new RedactionMode.Mask(keepLast), value))
                .isEqualTo("is " + masked);
    }

    @Test
    void hashesEqualValuesEquallyAndOthersDifferently() {
        String text = redacted("A1 a1 b2", new RedactionMode.Hash("ID"), "A1", "a1", "b2");
        String[] tokens = text.split(" ", -1);
        assertThat(tokens[0]).isEqualTo(tokens[1]).isNotEqualTo(tokens[2]).matches("\\[ID_[0-9a-f]+]");
    }

    @Test
    void dropsAValueWithoutTrace() {
        assertThat(redacted("a Jan b", new RedactionMode.Drop(), "Jan")).isEqualTo("a  b");
    }

    @Test
    void leadsBackFromEveryReversibleToken() {
        var values = found("Jan met Ewa and JAN", new RedactionMode.Reversible("PERSON"), "Jan", "Ewa", "JAN");
        Redacted redacted = REDACTOR.redact("Jan met Ewa and JAN", values, attempt -> "T" + attempt);
        assertThat(Redaction.apply("Jan met Ewa and JAN", redacted.replacements()))
                .isEqualTo("[PERSON_1_T0] met [PERSON_2_T0] and [PERSON_3_T0]");
        assertThat(redacted.originals())
                .containsEntry("[PERSON_1_T0]", "Jan")
                .containsEntry("[PERSON_3_T0]", "JAN")
                .hasSize(3);
    }

    /** Around the dropped value, the text itself closes into what a token would be. */
    @Test
    void takesAnotherTagWhereTheTextAroundWouldLookLikeAToken() {
        String text = "[PERSON_1_Zosia T0] met Jan".replace("Zosia ", "Zosia");
        var values = new ArrayList<>(found(text, new RedactionMode.Drop(), "Zosia"));
        values.addAll(found(text, new RedactionMode.Reversible("PERSON"), "Jan"));
        Redacted redacted = REDACTOR.redact(text, values, attempt -> "T" + attempt);
        String hidden = Redaction.apply(text, redacted.replacements());
        assertThat(hidden).isEqualTo("[PERSON_1_T0] met [PERSON_1_T1]");
        assertThat(new Restorer(redacted.originals(), Format.TEXT).restore(hidden))
                .isEqualTo("[PERSON_1_T0] met Jan");
    }

    @Test
    void givesUpWhereTheTagNeverChanges() {
        String text = "[X_1_AZosia] Jan";
        var values = new ArrayList<>(found(text, new RedactionMode.Drop(), "Zosia"));
        values.addAll(found(text, new RedactionMode.Reversible("X"), "Jan"));
        assertThatThrownBy(() -> REDACTOR.redact(text, values, attempt -> "A"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Jan");
    }

    @Test
    void neverSaysWhatItHides() {
        var values = found("call Jan", new RedactionMode.Reversible("P"), "Jan");
        Redacted redacted = REDACTOR.redact("call Jan", values, attempt -> "T");
        assertThat(redacted.toString()).doesNotContain("Jan");
        assertThat(new Restorer(redacted.originals(), Format.TEXT)
                        .restore("[P_1_T]", true)
                        .toString())
                .doesNotContain("Jan");
    }

    private static String redacted(String text, RedactionMode mode, String... values) {
        return Redaction.apply(
                text,
                REDACTOR.redact(text, found(text, mode, values), attempt -> "T").replacements());
    }

    private static List<Sensitive> found(String text, RedactionMode mode, String... values) {
        return Stream.of(values)
                .distinct()
                .flatMap(value ->
                        Pattern.compile(value, Pattern.LITERAL).matcher(text).results())
                .map(match -> new Sensitive(new Span(match.start(), match.end()), mode))
                .sorted((a, b) -> a.span().compareTo(b.span()))
                .toList();
    }
}
