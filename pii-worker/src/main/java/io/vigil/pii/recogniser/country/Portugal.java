package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.RomanceNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Portugal. */
public final class Portugal {

    private static final String PORTUGAL = "PT";

    private static final Identifier NIF = Identifier.of(on("PT_NIF", "[NIF]", 0.80, PORTUGAL, "Decree-Law 14/2013"))
            .ambiguous("\\d{3}[ .]?\\d{3}[ .]?\\d{3}", "PT ?\\d{9}")
            .digits(RomanceNumbers::nif)
            .in("en", "portuguese nif", "nif", "portuguese tax")
            .in("pl", "nif", "portugalski*")
            .in("pt", "nif", "contribuinte");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(NIF);

    private Portugal() {}
}
