package io.vigil.pii.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.message.RedactionKind;
import io.vigil.pii.Found;
import io.vigil.pii.hide.Hidden;
import io.vigil.pii.hide.Hider;
import io.vigil.pii.settings.RedactionRules;
import io.vigil.pii.vault.NoVault;
import io.vigil.pii.vault.Owner;
import io.vigil.pii.vault.UnknownKeyException;
import io.vigil.redaction.Redaction;
import io.vigil.redaction.Redactor;
import io.vigil.redaction.Replacement;
import io.vigil.redaction.Restorer;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whatever the text: nothing fails, nothing overlaps, no value that was found is left, and what was redacted can be
 * restored. {@code -Dvigil.fuzz.texts=1000000} tries a million texts, {@code -Dvigil.fuzz.seed=…} others.
 */
class FuzzTest {

    private static final int TEXTS = Integer.getInteger("vigil.fuzz.texts", 20_000);
    private static final long SEED = Long.getLong("vigil.fuzz.seed", 4);

    private static final Owner OWNER = new Owner("acme", "r1");

    private final SealedVault vault = new SealedVault();
    private final Hider reversible = new Hider(new Redactor(value -> value), vault);
    private final Hider plain = new Hider(new Redactor(value -> "0"), new NoVault());

    @Test
    void findsHidesAndRestoresWhateverTheText() {
        var texts = new FuzzedTexts(SEED);
        long values = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = texts.next();
            try {
                values += check(text);
            } catch (RuntimeException | UnknownKeyException | AssertionError e) {
                throw new AssertionError("text " + i + " of seed " + SEED + ": " + escaped(text), e);
            }
        }
        assertThat(values).as("values found in all texts").isGreaterThan(TEXTS);
    }

    private int check(String text) throws UnknownKeyException {
        List<PiiEntity> found = Found.in(text);
        disjoint(text, found);
        hidden(text, found);
        restored(text, found);
        return found.size();
    }

    private static void disjoint(String text, List<PiiEntity> found) {
        int end = 0;
        for (PiiEntity entity : found) {
            assertThat(entity.span().start()).isGreaterThanOrEqualTo(end);
            assertThat(entity.span().length()).isPositive();
            end = entity.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    private void hidden(String text, List<PiiEntity> found) {
        assertThat(Left.in(text, found)).as("a value is left").isFalse();
        for (RedactionKind kind : List.of(RedactionKind.TOKEN, RedactionKind.MASK, RedactionKind.DROP)) {
            Hidden hidden =
                    plain.hide(OWNER, text, found, RedactionRules.tokens().with(kind));
            assertThat(hidden.entities()).hasSameSizeAs(found);
            assertThat(hidden.entities())
                    .extracting(PiiEntity::span)
                    .isEqualTo(found.stream().map(PiiEntity::span).toList());
        }
    }

    private void restored(String text, List<PiiEntity> found) throws UnknownKeyException {
        Hidden hidden =
                reversible.hide(OWNER, text, found, RedactionRules.tokens().with(RedactionKind.REVERSIBLE));
        assertThat(hidden.lost()).isFalse();
        String redacted = Redaction.apply(
                text,
                hidden.entities().stream()
                        .map(entity -> new Replacement(entity.span(), entity.replacement()))
                        .toList());
        if (found.isEmpty()) {
            assertThat(redacted).isEqualTo(text);
            return;
        }
        var restorer = new Restorer(vault.open(OWNER).orElseThrow(), Restorer.Format.TEXT);
        assertThat(restorer.restore(redacted)).isEqualTo(text);
        int cut = redacted.length() / 2;
        var first = restorer.restore(redacted.substring(0, cut), true);
        assertThat(first.text() + restorer.restore(first.rest() + redacted.substring(cut)))
                .isEqualTo(text);
    }

    private static String escaped(String text) {
        var escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c > 31 && c < 127 ? "" + (char) c : String.format("\\u%04x", c)));
        return escaped.toString();
    }
}
