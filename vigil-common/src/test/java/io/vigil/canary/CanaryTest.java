package io.vigil.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CanaryTest {

    private static Canary canary(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return Canary.issue(random);
    }

    @Property
    void isFoundWhereverItStands(@ForAll long seed, @ForAll String before, @ForAll String after) {
        String token = canary(seed).token();

        assertThat(Canary.indexIn(before + token + after)).hasValue(before.length());
        assertThat(Canary.indexIn(before + token.toUpperCase(Locale.ROOT) + after))
                .hasValue(before.length());
    }

    @Property
    void isNotFoundWithOneDigitChanged(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 43) int place, @ForAll @AlphaChars char other) {
        String token = canary(seed).token();
        char digit = (char) ('a' + (Character.toLowerCase(other) - 'a') % 6);
        String changed = token.substring(0, place) + digit + token.substring(place + 1);

        assertThat(Canary.indexIn(changed).isPresent()).isEqualTo(changed.equals(token));
    }

    @Test
    void isNeverTheSameTwice() {
        assertThat(canary(1)).isNotEqualTo(canary(2));
        assertThat(canary(1).token()).hasSize(Canary.LENGTH).startsWith(Canary.PREFIX);
    }

    @Test
    void refusesWhatIsNone() {
        assertThatThrownBy(() -> new Canary("vgc-" + "0".repeat(40)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a canary");
        assertThatThrownBy(() -> new Canary("")).isInstanceOf(IllegalArgumentException.class);
    }
}
