package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.BrazilianNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Brazil. */
public final class Brazil {

    private static final String BRAZIL = "BR";

    private static final Identifier CPF = Identifier.of(on("BR_CPF", "[CPF]", 0.85, BRAZIL, "IN RFB 1548/2015"))
            .certain("\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}")
            .ambiguous("\\d{11}", "\\d{9}-\\d{2}", "\\d{3} \\d{3} \\d{3}[ -]\\d{2}")
            .digits(BrazilianNumbers::cpf)
            .in("en", "cpf", "brazilian")
            .in("pl", "cpf", "brazylijski*")
            .in("pt", "cpf", "cadastro de pessoa*");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(CPF);

    private Brazil() {}
}
