package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.NordicNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Finland. */
public final class Finland {

    private static final String FINLAND = "FI";

    private static final Identifier HETU = Identifier.of(on(
                    "FI_PERSONAL_IDENTITY_CODE",
                    "[HETU]",
                    0.90,
                    FINLAND,
                    "Act 661/2009 on the population information system"))
            .certain("\\d{6}[+A-FU-Y-]\\d{3}[0-9A-FHJ-NPR-Y]")
            .compact(NordicNumbers::finnish)
            .in("en", "hetu", "finnish", "personal identity")
            .in("pl", "hetu", "finski*")
            .in("fi", "hetu*", "henkilotunnu*");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(HETU);

    private Finland() {}
}
