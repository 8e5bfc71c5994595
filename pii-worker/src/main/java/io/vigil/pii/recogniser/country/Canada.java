package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.AmericanNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Canada. */
public final class Canada {

    private static final String CANADA = "CA";

    private static final Identifier SIN = Identifier.of(
                    on("CA_SIN", "[SIN]", 0.80, CANADA, "Employment and Social Development Canada"))
            .ambiguous("\\d{3}[ -]?\\d{3}[ -]?\\d{3}")
            .digits(AmericanNumbers::sin)
            .in("en", "sin", "social insurance")
            .in("pl", "sin", "ubezpieczenia spolecznego")
            .in("fr", "nas", "assurance sociale")
            .against("regon*", "phone*", "tel", "telefon*", "order", "zamowien*", "tfn", "nip*");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(SIN);

    private Canada() {}
}
