package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.PaymentNumbers;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;

/** International bank account number, and the Polish account number that lacks the country. */
public final class IbanRecogniser {

    private static final String POLAND = "PL";

    /** The recogniser. */
    public static final Identifier IBAN = Identifier.of(
                    CatalogueEntry.on("IBAN_CODE", "[IBAN]", 0.95, CatalogueEntry.ANYWHERE, "ISO 13616"))
            .certain("[A-Z]{2}\\d{2}([ -]?[A-Z0-9]){11,30}", "\\d{2}( \\d{4}){6}")
            .ambiguous("\\d{26}")
            .compact(IbanRecogniser::check)
            .in("en", "iban", "bank", "account", "transfer", "wire")
            .in("pl", "iban", "nrb", "bank*", "kont*", "rachun*", "przelew*", "przelac");

    private IbanRecogniser() {}

    private static Checksum check(String compact) {
        return PaymentNumbers.iban(Character.isDigit(compact.charAt(0)) ? POLAND + compact : compact);
    }
}
