package io.vigil.pii.hide;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.message.RedactionKind;
import io.vigil.message.Span;
import io.vigil.pii.settings.RedactionRules;
import io.vigil.pii.vault.NoVault;
import io.vigil.pii.vault.Owner;
import io.vigil.pii.vault.Vault;
import io.vigil.redaction.Redactor;
import io.vigil.testkit.LogCapture;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class HiderTest {

    private static final Owner R1 = new Owner("", "r1");
    private static final Owner R2 = new Owner("", "r2");
    private static final String TEXT = "to jan@example.pl";
    private static final List<PiiEntity> FOUND =
            List.of(new PiiEntity("EMAIL_ADDRESS", new Span(3, 17), 0.95, "[EMAIL]"));
    private static final RedactionRules REVERSIBLE = RedactionRules.tokens().with(RedactionKind.REVERSIBLE);

    /** Keeps in memory. */
    private static final class Memory implements Vault {

        private final Map<Owner, Map<String, String>> kept = new ConcurrentHashMap<>();

        @Override
        public void keep(Owner owner, Map<String, String> originals) {
            kept.put(owner, originals);
        }

        @Override
        public Optional<Map<String, String>> open(Owner owner) {
            return Optional.ofNullable(kept.get(owner));
        }
    }

    private static Hider hider(Vault vault) {
        return new Hider(new Redactor(value -> "hash"), vault);
    }

    @Test
    void keepsWhatReversibleTokensStandFor() {
        var vault = new Memory();
        Hidden hidden = hider(vault).hide(R1, TEXT, FOUND, REVERSIBLE);
        String token = hidden.entities().getFirst().replacement();
        assertThat(token).matches("\\[EMAIL_1_[0-9A-Z]{6}]");
        assertThat(hidden.kept()).isTrue();
        assertThat(hidden.lost()).isFalse();
        assertThat(vault.open(R1)).contains(Map.of(token, "jan@example.pl"));
    }

    @Test
    void givesTheSameRequestTheSameTokensAndOthersOthers() {
        var hider = hider(new Memory());
        assertThat(hider.hide(R1, TEXT, FOUND, REVERSIBLE)).isEqualTo(hider.hide(R1, TEXT, FOUND, REVERSIBLE));
        assertThat(hider.hide(R2, TEXT, FOUND, REVERSIBLE)).isNotEqualTo(hider.hide(R1, TEXT, FOUND, REVERSIBLE));
    }

    @Test
    void givesTheSameRequestOfAnotherTenantOtherTokens() {
        var hider = hider(new Memory());
        assertThat(hider.hide(new Owner("acme", "r1"), TEXT, FOUND, REVERSIBLE))
                .isNotEqualTo(hider.hide(R1, TEXT, FOUND, REVERSIBLE));
    }

    @Test
    void keepsNothingWithoutReversibleTokens() {
        var vault = new Memory();
        Hidden hidden = hider(vault).hide(R1, TEXT, FOUND, RedactionRules.tokens());
        assertThat(hidden).isEqualTo(new Hidden(FOUND, false, false));
        assertThat(vault.open(R1)).isEmpty();
        assertThat(hider(vault).hide(R1, "nothing", List.of(), REVERSIBLE))
                .isEqualTo(new Hidden(List.of(), false, false));
    }

    @Test
    void hidesAllTheSameWhereTheVaultIsAwayAndSaysSo() {
        var away = new Vault() {
            @Override
            public void keep(Owner owner, Map<String, String> originals) throws IOException {
                throw new IOException("away");
            }

            @Override
            public Optional<Map<String, String>> open(Owner owner) {
                return Optional.empty();
            }
        };
        try (LogCapture log = LogCapture.start()) {
            Hidden hidden = hider(away).hide(R1, TEXT, FOUND, REVERSIBLE);
            assertThat(hidden.entities().getFirst().replacement()).startsWith("[EMAIL_1_");
            assertThat(hidden.kept()).isFalse();
            assertThat(hidden.lost()).isTrue();
            assertThat(log.containing("away")).isNotEmpty();
            assertThat(log.containing("jan@example.pl")).isEmpty();
        }
        assertThat(hider(new NoVault()).hide(R1, TEXT, FOUND, REVERSIBLE).lost())
                .isTrue();
    }
}
