package io.vigil.patternlibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.wire.Json;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PatternQuestionTest {

    private static final JsonMapper MAPPER = Json.mapper();

    @Test
    void givesTheOneTextBeforeTheOthers() {
        assertThat(new PatternQuestion(null, null, "a", List.of("b", "c")).all())
                .containsExactly("a", "b", "c");
        assertThat(new PatternQuestion(null, null, null, List.of("b")).all()).containsExactly("b");
        assertThat(PatternQuestion.of("prompt-leak").all()).isEmpty();
    }

    @Test
    void refusesMoreTextThanOneQuestionMayHave() {
        var many = Collections.nCopies(101, "x");
        assertThatThrownBy(() -> new PatternQuestion(null, null, null, many)).hasMessageContaining("at most 100");
        assertThatThrownBy(() -> new PatternQuestion(null, null, "x".repeat(200_001), null))
                .hasMessageContaining("200000 characters");
    }

    @Test
    void quotesNoText() {
        assertThat(new PatternQuestion("prompt-leak", null, "secret", null).toString())
                .contains("prompt-leak")
                .doesNotContain("secret");
    }

    @Test
    void comesBackFromTheWireAsItWas() {
        var families = new PatternFamilies(List.of(new PatternFamilies.Family("a", "b", 3, true, 4)));
        var faults = new PatternFaults(List.of(new PatternFaults.Fault("/patterns/0", "must compile")));
        var matches = new PatternMatches(
                List.of(new PatternMatches.Result(List.of(new PatternMatches.Match("a", "p", 70, "folded", 1, 5)))));

        assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(families), PatternFamilies.class))
                .isEqualTo(families);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(faults), PatternFaults.class))
                .isEqualTo(faults);
        assertThat(MAPPER.readValue(MAPPER.writeValueAsBytes(matches), PatternMatches.class))
                .isEqualTo(matches);
    }
}
