package io.vigil.api.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void mintsWhatEveryClientAccepts() {
        assertThat(KeyText.mint(KeyText.Mode.LIVE, random).value()).matches("^vg_(live|test)_[A-Za-z0-9]{32,}$");
        assertThat(KeyText.mint(KeyText.Mode.TEST, random).value()).startsWith("vg_test_");
    }

    @Test
    void mintsNoKeyTwice() {
        var ids = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            assertThat(ids.add(KeyText.mint(KeyText.Mode.LIVE, random).id())).isTrue();
        }
    }

    @Test
    void showsOnlyItsBeginning() {
        var key = new KeyText("vg_live_abcdefghijkl" + "S".repeat(20));

        assertThat(key.id()).isEqualTo("abcdefghijkl");
        assertThat(key.prefix()).isEqualTo("vg_live_abcdefghijkl");
        assertThat(key.toString()).doesNotContain("S");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "vg_live_",
                "vg_live_short",
                "vg_prod_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "vg_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-",
                " vg_live_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void takesNothingElseForAKey(String sent) {
        assertThat(KeyText.of(sent)).isEmpty();
        assertThatThrownBy(() -> new KeyText(sent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesNothingForNoKey() {
        assertThat(KeyText.of(null)).isEmpty();
    }
}
