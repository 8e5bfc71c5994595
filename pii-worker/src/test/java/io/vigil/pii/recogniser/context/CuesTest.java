package io.vigil.pii.recogniser.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CuesTest {

    private static final ContextWords CARD = ContextWords.within(20, 10)
            .in("pl", "kart*", "numer karty")
            .in("en", "card")
            .against("order", "karta dan", "numer");

    private static final ContextWords PHONE = ContextWords.within(20, 0).in("en", "tel", "phone*");

    private static final ContextIndex INDEX = new ContextIndex(List.of(CARD, PHONE));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            card 1                          | FAVOUR  | NONE
            CARD: 1                         | FAVOUR  | NONE
            Karcie, kart\u0105 1            | FAVOUR  | NONE
            discard 1                       | NONE    | NONE
            cards 1                         | NONE    | NONE
            card order 1                    | AGAINST | NONE
            order card 1                    | FAVOUR  | NONE
            karta da\u0144 1                | AGAINST | NONE
            numer karty 1                   | FAVOUR  | NONE
            numer 1                         | AGAINST | NONE
            1 (card)                        | FAVOUR  | NONE
            1 order                         | NONE    | NONE
            1, card                         | NONE    | NONE
            1. Card                         | NONE    | NONE
            order 1 card                    | AGAINST | NONE
            1 or else my card               | NONE    | NONE
            card tel phones 1               | FAVOUR  | FAVOUR
            card that lies far away from 1  | NONE    | NONE
            tel1                            | NONE    | FAVOUR
            """)
    void readsTheNearestWordBeforeAndAWordInFavourBehind(String text, Hint card, Hint phone) {
        Cues cues = INDEX.read(text);
        int at = text.indexOf('1');
        assertThat(cues.hint(0, at, at + 1)).isEqualTo(card);
        assertThat(cues.hint(1, at, at + 1)).isEqualTo(phone);
        assertThat(cues.near(at, at + 1) || (card == Hint.NONE && phone == Hint.NONE))
                .isTrue();
    }

    @Test
    void knowsNothingWithoutWords() {
        Cues cues = new ContextIndex(List.of(ContextWords.within(10, 10))).read("card 1");
        assertThat(cues.hint(0, 5, 6)).isEqualTo(Hint.NONE);
        assertThat(cues.near(5, 6)).isFalse();
    }

    @Test
    void findsManyWords() {
        String text = "card ".repeat(100) + "1";
        assertThat(INDEX.read(text).hint(0, text.length() - 1, text.length())).isEqualTo(Hint.FAVOUR);
    }
}
