package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.TurkishNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Turkey. */
public final class Turkey {

    private static final String TURKEY = "TR";

    private static final Identifier KIMLIK = Identifier.of(
                    on("TR_NATIONAL_ID", "[KIMLIK]", 0.80, TURKEY, "Population Services Law 5490"))
            .ambiguous("\\d{11}")
            .digits(TurkishNumbers::kimlik)
            .in("en", "turkish", "kimlik", "tckn", "tc")
            .in("pl", "turecki*", "kimlik")
            .in("tr", "kimlik*", "tckn", "tc", "t.c")
            .against("pesel*");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(KIMLIK);

    private Turkey() {}
}
