package io.vigil.pii.recogniser.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.pii.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 44051401359 is a man's, born on 14 May 1944; 02270803624 a woman's, born on 8 July 2002. */
class PeselWitnessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numer 44051401359 należy do niej                 | 0.95
            mężczyzna, numer 44051401359                     | 1.00
            numer 44051401359, płeć męska                    | 1.00
            kobieta, numer 44051401359                       | 0.90
            kobieta i mężczyzna, numer 44051401359           | 0.95
            numer 44051401359 z dnia 14.05.1944              | 1.00
            numer 44051401359 z dnia 15.05.1944              | 0.95
            numer 44051401359, 14 maja 1944 r.               | 1.00
            numer 44051401359 (1944-05-14)                   | 1.00
            kobieta, numer 44051401359 z dnia 14.05.1944     | 0.95
            PESEL 44051401359                                | 1.00
            ur. 1.02.1990, numer 44051401359                 | 0.95
            ur. 14.05.1944, wyd. 1.02.1990, numer 44051401359 | 1.00
            kobieta, ur. 1.02.1990, PESEL 44051401359        | 0.90
            female, born 8 July 2002, number 02270803624     | 1.00
            male, number 02270803624                         | 0.90
            ur. dnia 14-05-1944 r., numer 44051401359       | 1.00
            born 14 May 1944; born 1 May 2001: 44051401359   | 1.00
            nr 14.05.1944.05.1944 i numer 44051401359        | 1.00
            ur. 31.02.1944, PESEL 44051401359                | 1.00
            """)
    void comparesSexAndDateOfBirthWithTheTextBeside(String text, double score) {
        assertThat(Found.in(text))
                .filteredOn(entity -> entity.type().equals("PL_PESEL"))
                .extracting(PiiEntity::score)
                .containsExactly(score);
    }
}
