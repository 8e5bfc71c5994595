package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.DutchNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of the Netherlands. */
public final class Netherlands {

    private static final String NETHERLANDS = "NL";

    private static final Identifier BSN = Identifier.of(
                    on("NL_BSN", "[BSN]", 0.80, NETHERLANDS, "Wet algemene bepalingen burgerservicenummer"))
            .ambiguous("\\d{9}", "\\d{4}[ .]\\d{2}[ .]\\d{3}", "\\d{3}[ .]\\d{3}[ .]\\d{3}")
            .digits(DutchNumbers::bsn)
            .in("en", "bsn", "citizen service", "dutch")
            .in("pl", "bsn", "holenderski*")
            .in("nl", "bsn*", "burgerservice*", "sofi*");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(BSN);

    private Netherlands() {}
}
