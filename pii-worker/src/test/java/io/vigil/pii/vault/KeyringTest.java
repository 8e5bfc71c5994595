package io.vigil.pii.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

    private static final String A = "A".repeat(43) + "=";
    private static final String B = "B".repeat(42) + "A=";

    @Test
    void takesNoKeyForNoKey() {
        assertThat(Keyring.parse("").isPresent()).isFalse();
        assertThat(Keyring.parse(" ").newest()).isEmpty();
    }

    @Test
    void takesTheFirstKeyForTheNewest() {
        Keyring ring = Keyring.parse(A + ", " + B);
        assertThat(ring.keys()).hasSize(2);
        assertThat(ring.newest())
                .get()
                .extracting(PiiKey::id)
                .isEqualTo(PiiKey.parse(A).id());
        assertThat(PiiKey.parse(A).id())
                .matches("[0-9a-f]{8}")
                .isNotEqualTo(PiiKey.parse(B).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "secret", "c2hvcnQ=,c2hvcnQ="})
    void refusesWhatIsNoKeyWithoutQuotingIt(String setting) {
        assertThatThrownBy(() -> Keyring.parse(setting))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VIGIL_PII_KEY")
                .hasMessageNotContaining("c2hvcnQ")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Keyring.parse(A + ",")).hasMessageContaining("VIGIL_PII_KEY");
    }

    @Test
    void refusesOneKeyTwiceAndTooManyWithoutQuotingThem() {
        assertThatThrownBy(() -> Keyring.parse(A + "," + A))
                .hasMessageContaining("twice")
                .hasMessageNotContaining(A);
        assertThatThrownBy(() -> Keyring.parse(String.join(",", Collections.nCopies(11, A))))
                .hasMessageContaining("0 to 10");
    }
}
