package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.WrittenDate;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;

/** Date of birth: a date beside a word for birth. */
public final class BirthDateRecogniser {

    private static final String MONTHS = "(" + String.join("|", WrittenDate.monthNames()) + ")";

    /** The recogniser. */
    public static final Identifier BIRTH_DATE = Identifier.of(CatalogueEntry.on(
                    "DATE_OF_BIRTH", "[DATE_OF_BIRTH]", 0.60, CatalogueEntry.ANYWHERE, "ISO 8601; calendar"))
            .ambiguous(
                    "\\d{1,2}[./-]\\d{1,2}[./-](\\d{2}|\\d{4})",
                    "\\d{1,2}[./-] ?\\d{1,2}[./-] ?\\d{4}",
                    "\\d{4}[./-]\\d{1,2}[./-]\\d{1,2}",
                    "\\d{1,2}(st|nd|rd|th|\\.)?( of)?[ -]" + MONTHS + "\\.?,?[ -]\\d{4}",
                    MONTHS + "\\.? \\d{1,2}(st|nd|rd|th)?,? \\d{4}")
            .text(WrittenDate::check)
            .within(32, 0)
            .in("en", "born", "dob", "d.o.b", "birth", "birthdate", "birthday", "bday")
            .in("pl", "urodz*", "ur", "dob")
            .in("de", "geboren", "geb", "geburtsdatum")
            .against(
                    "expir*",
                    "issue*",
                    "valid",
                    "died",
                    "death",
                    "married",
                    "admi*",
                    "appointment",
                    "visit*",
                    "since",
                    "order*",
                    "wazn*",
                    "wydan*",
                    "zm",
                    "zmarl*",
                    "slub*",
                    "przyjec*",
                    "wizyt*",
                    "termin*",
                    "zatrudni*");

    private BirthDateRecogniser() {}
}
