package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.NordicNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Sweden. */
public final class Sweden {

    private static final String SWEDEN = "SE";

    private static final Identifier PERSONNUMMER = Identifier.of(
                    on("SE_PERSONNUMMER", "[PERSONNUMMER]", 0.85, SWEDEN, "SKV 704, SKV 707"))
            .certain("\\d{6}[+-]\\d{4}")
            .ambiguous("\\d{8}[+-]\\d{4}", "(\\d{2})?\\d{6} ?\\d{4}")
            .digits(NordicNumbers::swedish)
            .in("en", "personnummer", "swedish personal", "swedish id", "personal identity")
            .in("pl", "personnummer", "szwedzki*")
            .in("sv", "personnummer*", "personnr", "fodd", "samordningsnummer");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(PERSONNUMMER);

    private Sweden() {}
}
