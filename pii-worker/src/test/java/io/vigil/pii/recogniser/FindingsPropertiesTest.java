package io.vigil.pii.recogniser;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.PiiEntity;
import io.vigil.pii.Found;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a text is made of. */
class FindingsPropertiesTest {

    private static final List<String> PIECES = List.of(
            "44051401359",
            "4532 0151 1283 0366",
            "PL61109010140000071219812874",
            "jan@example.pl",
            "+48 601 234 567",
            "601-234-567",
            "123-45-6789",
            "203.0.113.7",
            "fe80::1",
            "00:1A:2B:3C:4D:5E",
            "https://example.org/a",
            "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
            "-----BEGIN PRIVATE KEY-----",
            "eyJhbGciOiJub25lIn0.eyJhIjoxfQ.",
            "12",
            "345",
            "6789",
            "a",
            "PL",
            "pesel ",
            "karta ",
            "tel. ",
            "token=",
            "ur. ",
            "12.03.1999",
            "Jan Kowalski",
            "ul. Prosta 5",
            " ",
            "-",
            ".",
            ":",
            "/",
            "@",
            "(",
            ")",
            "+",
            "\n",
            ", ",
            "\u00A0",
            "\u200B",
            "\uFF11",
            "\uD83D\uDE00",
            "\uD835\uDFD2",
            "\uD83D",
            "e\u0301");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(40).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(120));
    }

    @Property(tries = 3_000)
    void findingsNeverOverlapAndNeverLeaveTheText(@ForAll("texts") String text) {
        int end = 0;
        for (PiiEntity entity : Found.in(text)) {
            assertThat(entity.span().start()).isGreaterThanOrEqualTo(end);
            end = entity.span().end();
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
    }
}
