package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.IndianNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of India. */
public final class India {

    private static final String INDIA = "IN";

    private static final Identifier AADHAAR = Identifier.of(
                    on("IN_AADHAAR", "[AADHAAR]", 0.80, INDIA, "UIDAI; Aadhaar Act 2016"))
            .ambiguous("\\d{4}[ -]?\\d{4}[ -]?\\d{4}")
            .digits(IndianNumbers::aadhaar)
            .in("en", "aadhaar*", "aadhar*", "uidai", "uid")
            .in("pl", "aadhaar*")
            .in("hi", "\u0906\u0927\u093E\u0930");

    private static final Identifier PAN = Identifier.of(
                    on("IN_PAN", "[PAN]", 0.80, INDIA, "Income Tax Act 1961, section 139A"))
            .exact("[A-Z]{5}\\d{4}[A-Z]")
            .ambiguous("[A-Z]{5}\\d{4}[A-Z]")
            .compact(IndianNumbers::pan)
            .in("en", "pan", "permanent account")
            .in("pl", "pan card", "numer pan")
            .in("hi", "\u092A\u0948\u0928");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(AADHAAR, PAN);

    private India() {}
}
