package io.vigil.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextKeyTest {

    private static final String TEXT = "zażółć 👩 4111 1111 1111 1111";

    private final TextKey key = key(1);

    private static TextKey key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return TextKey.parse(Base64.getEncoder().encodeToString(bytes), "the key");
    }

    @Test
    void opensWhatItSealed() {
        String sealed = key.seal("acme", "r-1", TEXT);
        assertThat(key.open("acme", "r-1", sealed)).contains(TEXT);
        assertThat(key.seal("acme", "r-1", TEXT)).as("a nonce of its own").isNotEqualTo(sealed);
    }

    @Test
    void opensNothingForOthers() {
        String sealed = key.seal("acme", "r-1", TEXT);
        assertThat(key.open("other", "r-1", sealed)).isEmpty();
        assertThat(key.open("acme", "r-2", sealed)).isEmpty();
        assertThat(key(2).open("acme", "r-1", sealed)).isEmpty();
        assertThat(key.open("acme", "r-1", "not base64!")).isEmpty();
        assertThat(key.open("acme", "r-1", "")).isEmpty();
    }

    @Test
    void digestsEqualTextsOfOneTenantEqually() {
        assertThat(key.digest("acme", TEXT))
                .matches("[0-9a-f]{64}")
                .isEqualTo(key.digest("acme", TEXT))
                .isNotEqualTo(key.digest("other", TEXT))
                .isNotEqualTo(key.digest("acme", TEXT + " "))
                .isNotEqualTo(key(2).digest("acme", TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "not base64!"})
    void refusesOtherKeysWithoutQuotingThem(String base64) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextKey.parse(base64, "the key"))
                .withMessage("the key must be 32 bytes in base64, as `openssl rand -base64 32` makes them");
    }
}
