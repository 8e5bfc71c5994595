package io.vigil.detection.semantic.exemplar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ExemplarsTest {
    private static final List<String> FAMILIES = List.of(
            "INSTRUCTION_OVERRIDE",
            "PROMPT_LEAK",
            "JAILBREAK_PERSONA",
            "ROLEPLAY_ESCAPE",
            "REFUSAL_SUPPRESSION",
            "FORMAT_COERCION",
            "HYPOTHETICAL_ESCAPE",
            "AUTHORITY_AND_EMOTION",
            "ENCODING_REQUEST",
            "PAYLOAD_SPLITTING",
            "INDIRECT_INSTRUCTION",
            "EXFILTRATION",
            "TOOL_HIJACK",
            "CREDENTIAL_HARVESTING",
            "CODE_INJECTION");

    @Test
    void shipsEveryFamilyAndNothingOnBothSides() throws IOException {
        var shipped = Exemplars.read(resource("attacks"), resource("safe"));

        assertThat(shipped.attacks()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(shipped.safe()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(shipped.attacks()).extracting(Exemplar::category).hasSameElementsAs(FAMILIES);
        assertThat(FAMILIES)
                .allSatisfy(family -> assertThat(shipped.attacks())
                        .filteredOn(exemplar -> exemplar.category().equals(family))
                        .hasSizeGreaterThanOrEqualTo(5));
        var texts = new HashSet<>(shipped.attacks().stream().map(Exemplar::text).toList());
        assertThat(shipped.safe()).extracting(Exemplar::text).doesNotContainAnyElementsOf(texts);
    }

    @Test
    void refusesWhatCannotBeNamedOrComesTwice() {
        var one = "[{\"id\":\"a\",\"category\":\"C\",\"text\":\"t\"}]";
        assertThatThrownBy(() -> read(one.replace("}]", "},{\"id\":\"a\",\"category\":\"C\",\"text\":\"u\"}]"), one))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> read("[]", one)).hasMessageContaining("at least one");
        assertThatThrownBy(() -> read(one.replace("\"t\"", "\" \""), one)).hasMessageContaining("needs id");
        assertThatThrownBy(() -> read(one.replace("text", "txt"), one)).isInstanceOf(RuntimeException.class);
    }

    private static Exemplars read(String attacks, String safe) throws IOException {
        return Exemplars.read(stream(attacks), stream(safe));
    }

    private static InputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(ExemplarsTest.class.getResourceAsStream("/vigil-exemplars/" + name + ".json"));
    }
}
