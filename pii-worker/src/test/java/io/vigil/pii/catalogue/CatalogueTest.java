package io.vigil.pii.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;
import io.vigil.pii.recogniser.Recogniser;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Identifier ON = Identifier.of(CatalogueEntry.on("X", "[X]", 0.9, "PL", "paper"));
    private static final Identifier OFF = Identifier.of(CatalogueEntry.off("Y", "[Z]", 0.9, "PL", "paper"));

    @Test
    void refusesTwoRecognisersForOneEntity() {
        assertThatThrownBy(() -> new Catalogue(List.of(ON, ON)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("X");
    }

    @Test
    void leavesOutWhatIsSwitchedOff() {
        var catalogue = new Catalogue(List.of(ON, OFF));
        assertThat(catalogue.enabled()).isEqualTo(List.of(ON));
        assertThat(catalogue.all()).isEqualTo(List.of(ON, OFF));
    }

    @Test
    void refusesBadScoresAndTokens() {
        assertThatThrownBy(() -> CatalogueEntry.on("X", "[X]", 1.1, "PL", "paper"))
                .hasMessageContaining("score");
        assertThatThrownBy(() -> CatalogueEntry.on("X", "[X]", 0, "PL", "paper"))
                .hasMessageContaining("score");
        assertThatThrownBy(() -> CatalogueEntry.on("X", "X", 1, "PL", "paper")).hasMessageContaining("token");
    }

    @Test
    void namesATokenForEveryType() {
        assertThat(new Catalogue(List.of(OFF)).token("Y")).isEqualTo("[Z]");
        assertThat(Catalogue.shipped().token("CREDIT_CARD")).isEqualTo("[CARD]");
        assertThat(Catalogue.shipped().token("PERSON")).isEqualTo("[PERSON]");
    }

    @Test
    void knowsWordsInBothLanguagesForEveryKind() {
        assertThat(Catalogue.shipped().all())
                .isNotEmpty()
                .allSatisfy(recogniser -> assertThat(recogniser.context().languages())
                        .as(recogniser.entry().entity())
                        .contains("en", "pl"))
                .extracting(Recogniser::entry)
                .allSatisfy(entry -> assertThat(entry.source()).isNotBlank());
    }
}
