package io.vigil.pii.recogniser.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeclensionTest {

    @ParameterizedTest
    @CsvSource({
        "kowalski, kowalskiego kowalskiemu kowalskim kowalska kowalskiej kowalską kowalscy kowalskich",
        "nowak, nowaka nowakowi nowakiem nowaku nowakowie nowaków",
        "anna, anny annie annę anną anno",
        "agnieszka, agnieszki agnieszce agnieszkę agnieszką",
        "kinga, kingi kindze kingę",
        "barbara, barbary barbarze barbarę",
        "maria, marii marię marią mario",
        "alicja, alicji alicję alicją",
        "marek, marka markowi markiem marku",
        "paweł, pawła pawłowi pawłem pawle",
        "piotr, piotra piotrowi piotrem piotrze",
        "tomasz, tomasza tomaszowi tomaszem tomaszu",
        "jerzy, jerzego jerzemu jerzym",
        "antoni, antoniego antoniemu antonim",
        "zając, zająca zającowi zającem",
        "wróbel, wróbla wróblowi wróblem",
        "kozioł, kozła kozłowi kozłem",
        "stępień, stępnia stępniowi",
        "sikora, sikory sikorze sikorę sikorą"
    })
    void formsTheCases(String name, String cases) {
        assertThat(Declension.forms(name))
                .contains(name)
                .containsAll(Splitter.on(' ').split(cases));
    }

    @ParameterizedTest
    @CsvSource({
        "warszawa, warszawy warszawie warszawę",
        "kraków, krakowa krakowie krakowem",
        "katowice, katowic katowicach",
        "poznań, poznania poznaniu",
        "łódź, łodzi łodzią",
        "gdańsk, gdańska gdańsku gdańskiem",
        "braniewo, braniewa braniewie braniewem"
    })
    void formsTheCasesOfTowns(String town, String cases) {
        assertThat(Declension.townForms(town)).containsAll(Splitter.on(' ').split(cases));
    }

    @Property(tries = 500)
    void takesAnyWord(@ForAll @AlphaChars @StringLength(min = 1, max = 12) String word) {
        assertThat(Declension.townForms(word)).contains(word).hasSizeLessThan(60);
    }
}
