package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.NordicNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Denmark. */
public final class Denmark {

    private static final String DENMARK = "DK";

    private static final Identifier CPR = Identifier.of(on("DK_CPR", "[CPR]", 0.80, DENMARK, "CPR-loven"))
            .certain("\\d{6}-\\d{4}")
            .ambiguous("\\d{6} ?\\d{4}")
            .digits(NordicNumbers::danish)
            .in("en", "cpr", "danish")
            .in("pl", "cpr", "dunski*")
            .in("da", "cpr*", "personn*");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(CPR);

    private Denmark() {}
}
