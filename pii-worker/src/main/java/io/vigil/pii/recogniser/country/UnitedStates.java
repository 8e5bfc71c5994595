package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.AmericanNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of the United States. */
public final class UnitedStates {

    private static final String UNITED_STATES = "US";

    private static final Identifier SSN = Identifier.of(
                    on("US_SSN", "[SSN]", 0.85, UNITED_STATES, "SSA, social security number randomization"))
            .certain("\\d{3}-\\d{2}-\\d{4}")
            .ambiguous("\\d{3}[ .]\\d{2}[ .]\\d{4}", "\\d{9}")
            .digits(AmericanNumbers::ssn)
            .in("en", "ssn*", "social security", "social", "ss#")
            .in("pl", "ssn", "ubezpieczenia spolecznego")
            .against("itin", "order", "invoice", "phone*", "account", "routing", "case", "zamowien*", "faktur*");

    private static final Identifier ITIN = Identifier.of(
                    on("US_ITIN", "[ITIN]", 0.80, UNITED_STATES, "IRS, Internal Revenue Manual 3.21.263"))
            .certain("9\\d{2}-\\d{2}-\\d{4}")
            .ambiguous("9\\d{2}[ .]\\d{2}[ .]\\d{4}", "9\\d{8}")
            .digits(AmericanNumbers::itin)
            .in("en", "itin", "individual taxpayer", "taxpayer", "tax id")
            .in("pl", "itin", "podatnik*");

    private static final Identifier PASSPORT = Identifier.of(
                    on("US_PASSPORT", "[PASSPORT]", 0.70, UNITED_STATES, "Department of State, 22 CFR part 51"))
            .ambiguous("[A-Z]\\d{7,8}", "\\d{9}")
            .within(40, 10)
            .in("en", "passport*")
            .in("pl", "paszport*")
            .against("phone*", "tel", "telefon*", "ssn", "order", "account");

    private static final Identifier DRIVER_LICENSE = Identifier.of(on(
                    "US_DRIVER_LICENSE", "[DRIVER_LICENSE]", 0.65, UNITED_STATES, "AAMVA, DL/ID Card Design Standard"))
            .ambiguous(
                    "[A-Z]{0,2}\\d{6,14}[A-Z]{0,2}",
                    "[A-Z]\\d{3}[ -]\\d{3,4}[ -]\\d{3,4}([ -]\\d{2,4}){0,2}",
                    "\\d{2}[A-Z]{3}\\d{4,5}",
                    "\\d{3,4}[ -]\\d{2,3}[ -]\\d{3,4}")
            .within(40, 10)
            .in(
                    "en",
                    "driver's license*",
                    "driver’s license*",
                    "drivers license*",
                    "driver license*",
                    "driver's licence*",
                    "driving license*",
                    "driving licence*",
                    "driver's permit",
                    "dl",
                    "dl#")
            .in("pl", "prawo jazdy", "prawa jazdy", "prawem jazdy")
            .against("phone*", "tel", "telefon*", "ssn", "passport*", "paszport*", "plate*", "pesel*", "born", "dob");

    /** All of them. */
    public static final List<Identifier> ALL = List.of(SSN, ITIN, PASSPORT, DRIVER_LICENSE);

    private UnitedStates() {}
}
