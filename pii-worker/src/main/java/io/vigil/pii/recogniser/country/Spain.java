package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.RomanceNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Spain. */
public final class Spain {

    private static final String SPAIN = "ES";

    private static final Identifier DNI = Identifier.of(on("ES_NIF", "[DNI]", 0.85, SPAIN, "Royal Decree 1553/2005"))
            .certain("\\d{8}-?[A-Z]")
            .ambiguous("\\d{2}[. ]\\d{3}[. ]\\d{3}[ -]?[A-Z]")
            .compact(RomanceNumbers::dni)
            .in("en", "dni", "nif", "spanish id")
            .in("pl", "dni", "nif", "hiszpanski*")
            .in("es", "dni", "nif", "identidad", "documento");

    private static final Identifier NIE = Identifier.of(on("ES_NIE", "[NIE]", 0.85, SPAIN, "Royal Decree 557/2011"))
            .certain("[XYZ]-?\\d{7}-?[A-Z]")
            .compact(RomanceNumbers::dni)
            .in("en", "nie", "foreigner number")
            .in("pl", "numer nie", "hiszpanski*")
            .in("es", "nie", "extranjero*");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(DNI, NIE);

    private Spain() {}
}
