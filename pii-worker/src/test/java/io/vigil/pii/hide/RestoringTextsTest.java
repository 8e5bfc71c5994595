package io.vigil.pii.hide;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.message.RedactionKind;
import io.vigil.pii.Found;
import io.vigil.pii.settings.RedactionRules;
import io.vigil.pii.vault.Owner;
import io.vigil.pii.vault.Vault;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Redactor;
import io.vigil.redaction.Replacement;
import io.vigil.redaction.Restorer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever all recognisers find in random texts: hidden, gone; restored, the same. */
class RestoringTextsTest {

    private static final List<String> VALUES = List.of(
            "jan@example.pl",
            "44051401359",
            "4405\u200B1401359",
            "4532 0151 1283 0366",
            "PL61 1090 1014 0000 0712 1981 2874",
            "+48 601 234 567",
            "123-456-32-18",
            "192.168.10.200",
            "https://example.org/a?b=c");
    private static final List<String> BESIDE = List.of(
            " ",
            ", ",
            "\n",
            "[",
            "]",
            "PESEL ",
            "NIP: ",
            "karta ",
            "e-mail ",
            "[EMAIL_1]",
            "\uD83D\uDE00",
            "łó",
            "7",
            "-");

    /** Remembers the last. */
    private static final class Last implements Vault {

        private final AtomicReference<Map<String, String>> originals = new AtomicReference<>(Map.of());

        @Override
        public void keep(Owner owner, Map<String, String> kept) {
            originals.set(kept);
        }

        @Override
        public Optional<Map<String, String>> open(Owner owner) {
            return Optional.of(originals.get());
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(VALUES),
                        Arbitraries.of(BESIDE),
                        Arbitraries.strings().ofMaxLength(4))
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3_000)
    void givesTheTextBack(@ForAll("texts") String text) {
        var vault = new Last();
        List<PiiEntity> found = Found.in(text);
        Hidden hidden = new Hider(new Redactor(value -> value), vault)
                .hide(new Owner("", "r1"), text, found, RedactionRules.tokens().with(RedactionKind.REVERSIBLE));
        String redacted = Redaction.apply(
                text,
                hidden.entities().stream()
                        .map(entity -> new Replacement(entity.span(), entity.replacement()))
                        .toList());
        assertThat(hidden.kept()).isEqualTo(!found.isEmpty());
        assertThat(new Restorer(vault.originals.get(), Restorer.Format.TEXT).restore(redacted))
                .isEqualTo(text);
        int gone = found.stream().mapToInt(entity -> entity.span().length()).sum();
        int tokens = hidden.entities().stream()
                .mapToInt(entity -> entity.replacement().length())
                .sum();
        assertThat(redacted).hasSize(text.length() - gone + tokens);
    }
}
