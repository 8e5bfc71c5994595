package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.RomanceNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of France. */
public final class France {

    private static final String FRANCE = "FR";

    private static final Identifier NIR = Identifier.of(
                    on("FR_NIR", "[NIR]", 0.90, FRANCE, "Decree 82-103 of 22 January 1982"))
            .certain("[1-478][ .-]?\\d{2}[ .-]?\\d{2}[ .-]?(\\d{2}|2[AB])[ .-]?\\d{3}[ .-]?\\d{3}[ .-]?\\d{2}")
            .compact(RomanceNumbers::nir)
            .in("en", "nir", "french social security", "insee")
            .in("pl", "nir", "francuski numer")
            .in("fr", "nir", "securite sociale", "insee", "immatriculation")
            .against("card*", "karta", "karty", "karte", "iban", "imei");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(NIR);

    private France() {}
}
