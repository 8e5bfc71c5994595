package io.vigil.pii.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.pii.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {

    private static final String FAR =
            " and then a good deal of text that says nothing at all about what the thing is, ";

    @ParameterizedTest
    @CsvSource({
        "NHS 943 476 5919, 943 476 5919, NHS [NHS], [NHS]",
        "NHS 943 476 5919, 943 476 5919x, NHS [NHS], [NHS]x",
        "NHS 943 476 5919, 943 476 59190, NHS [NHS], 943 476 59190",
        "NHS 943 476 5919, 1943 476 5919, NHS [NHS], 1943 476 5919",
        "NHS 943 476 5919, 9434765919, NHS [NHS], 9434765919",
        "she lives in Paris, Paris fashion, she lives in [LOCATION], Paris fashion",
    })
    void findsAValueAgainWhereItStandsWhole(String first, String again, String hidden, String hiddenAgain) {
        assertThat(Found.redacted(first + FAR + again)).isEqualTo(hidden + FAR + hiddenAgain);
    }
}
