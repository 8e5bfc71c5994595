package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.NordicNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Norway. */
public final class Norway {

    private static final String NORWAY = "NO";

    private static final Identifier FODSELSNUMMER = Identifier.of(
                    on("NO_FODSELSNUMMER", "[FODSELSNUMMER]", 0.85, NORWAY, "Folkeregisterforskriften"))
            .certain("\\d{6}[ -]\\d{5}")
            .ambiguous("\\d{11}")
            .digits(NordicNumbers::norwegian)
            .in("en", "fodselsnummer", "norwegian", "national identity")
            .in("pl", "fodselsnummer", "norweski*")
            .in("no", "fodselsn*", "personn*", "d-nummer");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(FODSELSNUMMER);

    private Norway() {}
}
