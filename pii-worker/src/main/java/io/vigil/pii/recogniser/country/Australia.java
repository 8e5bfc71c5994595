package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.AustralianNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Australia. */
public final class Australia {

    private static final String AUSTRALIA = "AU";

    private static final Identifier TFN = Identifier.of(
                    on("AU_TFN", "[TFN]", 0.80, AUSTRALIA, "Australian Taxation Office"))
            .ambiguous("\\d{3}[ -]?\\d{3}[ -]?\\d{3}")
            .digits(AustralianNumbers::tfn)
            .in("en", "tfn*", "tax file")
            .in("pl", "tfn");

    private static final Identifier MEDICARE = Identifier.of(
                    on("AU_MEDICARE", "[MEDICARE]", 0.80, AUSTRALIA, "Services Australia"))
            .certain("\\d{4} \\d{5} \\d( \\d)?")
            .ambiguous("\\d{4}[ -]?\\d{5}[ -]?\\d([ /-]?\\d)?")
            .digits(AustralianNumbers::medicare)
            .in("en", "medicare")
            .in("pl", "medicare");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(TFN, MEDICARE);

    private Australia() {}
}
