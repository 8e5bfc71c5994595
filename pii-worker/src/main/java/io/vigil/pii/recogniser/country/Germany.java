package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.GermanNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Germany. */
public final class Germany {

    private static final String GERMANY = "DE";

    private static final Identifier TAX_ID = Identifier.of(
                    on("DE_TAX_ID", "[TAX_ID]", 0.85, GERMANY, "Section 139b AO"))
            .certain("\\d{2} \\d{3} \\d{3} \\d{3}")
            .ambiguous("\\d{11}", "\\d{2}[ /-]?\\d{3}[ /-]?\\d{3}[ /-]?\\d{3}")
            .digits(GermanNumbers::steuerId)
            .in("en", "german tax", "tax id", "tax identification", "tin", "steuer*")
            .in("pl", "niemiecki numer", "podatkow*")
            .in("de", "steuer*", "idnr", "tin");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(TAX_ID);

    private Germany() {}
}
