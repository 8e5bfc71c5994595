package io.vigil.pii.vault;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {

    private static final Map<String, String> ORIGINALS = Map.of("[EMAIL_1_A]", "jan@example.pl", "[X_2_A]", "\"łó\n");

    private static final Owner R1 = new Owner("", "r1");
    private static final Owner R2 = new Owner("", "r2");

    private final Sealing sealing = new Sealing(ring(1));

    static PiiKey key(int seed) {
        byte[] bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return PiiKey.parse(Base64.getEncoder().encodeToString(bytes));
    }

    static Keyring ring(int... seeds) {
        return new Keyring(IntStream.of(seeds).mapToObj(SealingTest::key).toList());
    }

    @Test
    void opensWhatItSealed() throws Exception {
        assertThat(sealing.open(R1, sealing.seal(R1, ORIGINALS))).contains(ORIGINALS);
    }

    @Test
    void showsNothingOfWhatItSealed() {
        assertThat(new String(sealing.seal(R1, ORIGINALS), ISO_8859_1)).doesNotContain("jan", "example", "EMAIL");
        assertThat(sealing.seal(R1, ORIGINALS)).isNotEqualTo(sealing.seal(R1, ORIGINALS));
    }

    @Test
    void opensNothingOfAnotherRequestOrTenant() throws Exception {
        byte[] sealed = sealing.seal(R1, ORIGINALS);
        assertThat(sealing.open(R2, sealed)).isEmpty();
        assertThat(sealing.open(new Owner("acme", "r1"), sealed)).isEmpty();
        assertThat(new Sealing(ring(1)).open(R1, sealed)).contains(ORIGINALS);
    }

    @Test
    void opensWhatAnOlderKeySealedAndSealsUnderTheNewest() throws Exception {
        byte[] old = new Sealing(ring(1)).seal(R1, ORIGINALS);
        var rotated = new Sealing(ring(2, 1));
        assertThat(rotated.open(R1, old)).contains(ORIGINALS);
        assertThat(new Sealing(ring(2)).open(R1, rotated.seal(R1, ORIGINALS))).contains(ORIGINALS);
    }

    @Test
    void namesAKeyThatItDoesNotHave() {
        byte[] sealed = new Sealing(ring(1)).seal(R1, ORIGINALS);
        assertThatThrownBy(() -> new Sealing(ring(2, 3)).open(R1, sealed))
                .isInstanceOf(UnknownKeyException.class)
                .hasMessageContaining(key(1).id());
    }

    @Property(tries = 200)
    void opensNothingThatWasChanged(@ForAll int position, @ForAll byte change) {
        byte[] sealed = sealing.seal(R1, ORIGINALS);
        sealed[Math.floorMod(position, sealed.length)] ^= change == 0 ? 1 : change;
        assertThat(opened(sealed)).isEmpty();
    }

    @Property(tries = 200)
    void survivesAnyBytes(@ForAll byte[] bytes) {
        assertThat(opened(bytes)).isEmpty();
    }

    private Optional<Map<String, String>> opened(byte[] sealed) {
        try {
            return sealing.open(R1, sealed);
        } catch (UnknownKeyException e) {
            return Optional.empty();
        }
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
    void hashesUnderTheKey() {
        var hash = new ValueHash(key(1));
        assertThat(hash.apply("44051401359"))
                .matches("[0-9a-f]{16}")
                .isEqualTo(new ValueHash(key(1)).apply("44051401359"))
                .isNotEqualTo(hash.apply("44051401358"))
                .isNotEqualTo(new ValueHash(key(2)).apply("44051401359"));
    }
}
