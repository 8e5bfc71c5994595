package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.CodiceFiscale;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Italy. */
public final class Italy {

    private static final String ITALY = "IT";

    private static final Identifier FISCAL_CODE = Identifier.of(
                    on("IT_FISCAL_CODE", "[FISCAL_CODE]", 0.95, ITALY, "Decree of 23 December 1976, n. 13813"))
            .certain(
                    "[A-Z]{6}[0-9L-NP-V]{2}[ABCDEHLMPRST][0-9L-NP-V]{2}[A-Z][0-9L-NP-V]{3}[A-Z]",
                    "[A-Z]{3} [A-Z]{3} \\d{2}[A-Z]\\d{2} [A-Z]\\d{3}[A-Z]")
            .compact(CodiceFiscale::check)
            .in("en", "fiscal code", "italian tax", "codice fiscale")
            .in("pl", "codice fiscale", "wloski*")
            .in("it", "codice fiscale", "cf");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(FISCAL_CODE);

    private Italy() {}
}
