package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.BritishNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of the United Kingdom. */
public final class UnitedKingdom {

    private static final String UNITED_KINGDOM = "GB";

    private static final Identifier NHS = Identifier.of(
                    on("UK_NHS", "[NHS]", 0.80, UNITED_KINGDOM, "NHS Data Dictionary"))
            .ambiguous("\\d{3}[ -]?\\d{3}[ -]?\\d{4}")
            .digits(BritishNumbers::nhs)
            .in("en", "nhs*", "national health", "patient number", "health service")
            .in("pl", "nhs")
            .against("phone*", "tel", "telefon*", "mobile", "call", "order");

    private static final Identifier NINO = Identifier.of(
                    on("UK_NINO", "[NINO]", 0.85, UNITED_KINGDOM, "HMRC manual NIM39110"))
            .exact("[A-Z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[A-D]")
            .certain("[A-Z]{2}\\d{6}[A-D]")
            .ambiguous("[A-Z]{2}-\\d{2}-\\d{2}-\\d{2}-[A-D]")
            .compact(BritishNumbers::nino)
            .in("en", "nino", "ni number", "national insurance", "insurance number")
            .in("pl", "nino", "ubezpieczenia");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(NHS, NINO);

    private UnitedKingdom() {}
}
