package io.vigil.pii.recogniser.name;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LexiconTest {

    private static final Lexicon SHIPPED = LexiconReader.shipped();

    @Test
    void comparesLettersWithoutMarksAndCase() {
        long traits = traits("ŁUKASZ");
        assertThat(Trait.GIVEN.in(traits)).isTrue();
        assertThat(traits("lukasz")).isEqualTo(traits);
        assertThat(traits("Łu\u0301kasz")).isEqualTo(traits);
    }

    @Test
    void givesAWordAllItsTraits() {
        long traits = traits("Grace");
        assertThat(Trait.GIVEN.in(traits)).isTrue();
        assertThat(Trait.ORDINARY.in(traits)).isTrue();
        assertThat(Trait.PLACE.in(traits)).isFalse();
    }

    @Test
    void knowsNothingOfOtherWords() {
        assertThat(traits("qzxwv")).isZero();
        assertThat(traits("")).isZero();
    }

    @Test
    void staysSmall() {
        assertThat(SHIPPED.bytes()).isLessThan(8 << 20);
    }

    private static long traits(String word) {
        return SHIPPED.traits(Lexicon.hash(Lexicon.EMPTY, word, 0, word.length()));
    }
}
