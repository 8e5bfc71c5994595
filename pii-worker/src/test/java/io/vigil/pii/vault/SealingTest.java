package io.vigil.pii.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    private static final Map<String, String> ORIGINALS = Map.of("[EMAIL_1_A]", "jan@example.pl", "[X_2_A]", "\"łó\n");

    private final Sealing sealing = new Sealing(key(1));

    static PiiKey key(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return PiiKey.parse(Base64.getEncoder().encodeToString(bytes)).orElseThrow();
    }

    @Test
    void opensWhatItSealed() {
        assertThat(sealing.open("r1", sealing.seal("r1", ORIGINALS))).contains(ORIGINALS);
    }

    @Test
    void showsNothingOfWhatItSealed() {
        assertThat(new String(sealing.seal("r1", ORIGINALS), ISO_8859_1)).doesNotContain("jan", "example", "EMAIL");
        assertThat(sealing.seal("r1", ORIGINALS)).isNotEqualTo(sealing.seal("r1", ORIGINALS));
    }

    @Test
    void opensNothingOfAnotherRequestOrKey() {
        byte[] sealed = sealing.seal("r1", ORIGINALS);
        assertThat(sealing.open("r2", sealed)).isEmpty();
        assertThat(new Sealing(key(2)).open("r1", sealed)).isEmpty();
        assertThat(new Sealing(key(1)).open("r1", sealed)).contains(ORIGINALS);
    }

    @Property(tries = 200)
    void opensNothingThatWasChanged(@ForAll int position, @ForAll byte change) {
        byte[] sealed = sealing.seal("r1", ORIGINALS);
        sealed[Math.floorMod(position, sealed.length)] ^= change == 0 ? 1 : change;
        assertThat(sealing.open("r1", sealed)).isEmpty();
    }

    @Property(tries = 200)
    void survivesAnyBytes(@ForAll byte[] bytes) {
        assertThat(sealing.open("r1", bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "c2hvcnQ=", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesAKeyOfAnotherShapeWithoutQuotingIt(String key) {
        assertThatThrownBy(() -> PiiKey.parse(key))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VIGIL_PII_KEY")
                .hasMessageNotContaining(key);
    }

    @Test
    void takesNoKeyForNoKey() {
        assertThat(PiiKey.parse("")).isEmpty();
        assertThat(PiiKey.parse(" ")).isEmpty();
    }

    @Test
    void hashesUnderTheKey() {
        var hash = new ValueHash(key(1));
        assertThat(hash.apply("44051401359"))
                .matches("[0-9a-f]{16}")
                .isEqualTo(new ValueHash(key(1)).apply("44051401359"))
                .isNotEqualTo(hash.apply("44051401358"))
                .isNotEqualTo(new ValueHash(key(2)).apply("44051401359"));
    }
}
