package io.vigil.pii.recogniser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.pii.recogniser.generic.EmailRecogniser;
import io.vigil.pii.recogniser.generic.IpRecogniser;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Set<String> BOTH = Set.of("en", "pl");

    @Test
    void refusesALineWithoutClassAndAClassWithoutLine() {
        var catalogue = new Catalogue(List.of(line("EMAIL_ADDRESS", BOTH, true)));
        assertThatThrownBy(() -> catalogue.activate(List.of(new IpRecogniser())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IP_ADDRESS")
                .hasMessageContaining("EMAIL_ADDRESS");
    }

    @Test
    void refusesLanguagesThatTheClassDoesNotKnow() {
        var catalogue = new Catalogue(List.of(line("EMAIL_ADDRESS", Set.of("en"), true)));
        assertThatThrownBy(() -> catalogue.activate(List.of(new EmailRecogniser())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EMAIL_ADDRESS");
    }

    @Test
    void refusesTwoLinesOrTwoClassesForOneEntity() {
        var line = line("EMAIL_ADDRESS", BOTH, true);
        assertThatThrownBy(() -> new Catalogue(List.of(line, line))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() ->
                        new Catalogue(List.of(line)).activate(List.of(new EmailRecogniser(), new EmailRecogniser())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void leavesOutWhatIsSwitchedOff() {
        var catalogue = new Catalogue(List.of(line("EMAIL_ADDRESS", BOTH, false)));
        assertThat(catalogue.activate(List.of(new EmailRecogniser()))).isEmpty();
    }

    @Test
    void refusesBadScoresAndTokens() {
        assertThatThrownBy(() -> new CatalogueEntry("X", true, BOTH, 1.1, "[X]"))
                .hasMessageContaining("score");
        assertThatThrownBy(() -> new CatalogueEntry("X", true, BOTH, 0, "[X]")).hasMessageContaining("score");
        assertThatThrownBy(() -> new CatalogueEntry("X", true, BOTH, 1, "X")).hasMessageContaining("token");
    }

    @Test
    void namesATokenForEveryType() {
        assertThat(Catalogue.shipped().token("CREDIT_CARD")).isEqualTo("[CARD]");
        assertThat(Catalogue.shipped().token("PERSON")).isEqualTo("[PERSON]");
    }

    private static CatalogueEntry line(String entity, Set<String> languages, boolean enabled) {
        return new CatalogueEntry(entity, enabled, languages, 0.9, "[X]");
    }
}
