package io.vigil.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PiiInputTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t"})
    void refusesTextsWithoutAnythingInThem(@Nullable String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PiiInput.text(text))
                .withMessage("text must not be empty or blank");
    }

    @Test
    void letsPiecesBeBlankButNotMissing() {
        assertThat(PiiInput.piece(" ")).isEqualTo(" ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PiiInput.piece(null))
                .withMessage("text is required");
    }

    @Test
    void countsCharactersAsCodePoints() {
        String most = "😀".repeat(Submission.MAX_TEXT);

        assertThat(PiiInput.text(most)).isSameAs(most);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PiiInput.text(most + "a"))
                .withMessageContaining("at most " + Submission.MAX_TEXT);
    }

    @Test
    void refusesHalfACharacter() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PiiInput.text("a\uD83D"))
                .withMessageContaining("surrogate pair");
    }

    @Test
    void boundsTheEntitiesAskedFor() {
        assertThat(PiiInput.entities(null)).isNull();
        assertThat(PiiInput.entities(Set.of())).isEmpty();
        assertThat(PiiInput.entities(Set.of("EMAIL"))).containsExactly("EMAIL");
        var many = IntStream.rangeClosed(0, 200).mapToObj(i -> "E" + i).collect(Collectors.toSet());
        assertThatIllegalArgumentException().isThrownBy(() -> PiiInput.entities(many));
        assertThatIllegalArgumentException().isThrownBy(() -> PiiInput.entities(Set.of("")));
        assertThatIllegalArgumentException().isThrownBy(() -> PiiInput.entities(Set.of("E".repeat(41))));
    }

    @Test
    void boundsTheThreshold() {
        assertThatCode(() -> PiiInput.score(null)).doesNotThrowAnyException();
        assertThatCode(() -> PiiInput.score(1.0)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PiiInput.score(1.01))
                .withMessageContaining("score_threshold");
    }

    @Test
    void givesEveryFaultAStatusOfAnError() {
        assertThat(ServiceFault.Code.values())
                .allSatisfy(code -> assertThat(code.status()).isBetween(400, 599));
        assertThat(ServiceFault.Code.REDACTION_NOT_FOUND.status()).isEqualTo(404);
    }
}
