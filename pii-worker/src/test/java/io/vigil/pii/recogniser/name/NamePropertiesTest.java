package io.vigil.pii.recogniser.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a text is made of. */
class NamePropertiesTest {

    private static final List<String> PIECES = List.of(
            "Anna",
            "Kowalska",
            "John",
            "Smith",
            "van der",
            "Berg",
            "O'Neill",
            "pani",
            "Mr.",
            "J.",
            "and",
            "i",
            "ul.",
            "Długa",
            "5",
            "m.",
            "00-950",
            "Warszawa",
            "Street",
            "Apt.",
            "Sp. z o.o.",
            "S.A.",
            "Ltd.",
            "Bank",
            "of",
            "New",
            "York",
            "my name is",
            "lives in",
            "said",
            "II",
            "NW",
            " ",
            " ",
            " ",
            ",",
            ".",
            "\n",
            "-",
            "'s",
            ":",
            "\u0301",
            "\u00A0",
            "\uD83D\uDE00",
            "\uD83D",
            "ß",
            "İ",
            "123456");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join(" ", list));
        Arbitrary<String> glued = Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, glued, Arbitraries.strings().ofMaxLength(120));
    }

    @Property(tries = 3_000)
    void namesLieWithinTheTextAndNeverOverlap(@ForAll("texts") String text) {
        int end = 0;
        var mentions = NameSearch.shipped().find(text).stream()
                .sorted(Comparator.comparingInt(Mention::start))
                .toList();
        for (Mention mention : mentions) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(end);
            assertThat(mention.end()).isGreaterThan(mention.start());
            assertThat(mention.score()).isBetween(0.4, 1.0);
            end = mention.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }

    @Property(tries = 300)
    void aNameIsFoundWhateverStandsAroundIt(
            @ForAll("surroundings") String before, @ForAll("surroundings") String behind) {
        String text = before + "Zofia Kamińska" + behind;
        assertThat(NameSearch.shipped().find(text))
                .anySatisfy(mention -> assertThat(text.substring(mention.start(), mention.end()))
                        .isEqualTo("Zofia Kamińska"));
    }

    @Provide
    Arbitrary<String> surroundings() {
        return Arbitraries.of(
                "", " ", "\n", ", ", ". ", "\"", "(", ") ", " - ", "\uD83D\uDE00 ", "\t", "; ", "\u00A0", " 12 ", "! ");
    }
}
