package io.vigil.pii.recogniser.country;

import static io.vigil.pii.recogniser.CatalogueEntry.on;

import io.vigil.pii.checksum.PolishDocuments;
import io.vigil.pii.checksum.PolishNumbers;
import io.vigil.pii.recogniser.Identifier;
import java.util.List;

/** Identifiers of Poland. */
public final class Poland {

    private static final String POLAND = "PL";

    private static final Identifier PESEL = Identifier.of(
                    on("PL_PESEL", "[PESEL]", 0.95, POLAND, "Act of 24 September 2010, art. 15"))
            .certain("\\d{6}[ -]?\\d{5}", "\\d([ -]\\d){10}")
            .ambiguous("\\d{2}[ -.]?\\d{2}[ -.]?\\d{2}([ -]?\\d){5}")
            .digits(PolishNumbers::pesel)
            .beside(PeselWitness::weigh)
            .in("en", "pesel", "personal", "identity", "identification")
            .in("pl", "pesel*", "ewidencyjn*", "urodz*", "ur");

    /** Also as European VAT number, and as 123-45-67-819 on invoices of sole traders. */
    private static final Identifier NIP = Identifier.of(
                    on("PL_NIP", "[NIP]", 0.85, POLAND, "Dz.U. 1997 nr 112 poz. 737"))
            .certain("\\d{3}-\\d{3}-\\d{2}-\\d{2}", "\\d{3}-\\d{2}-\\d{2}-\\d{3}", "PL ?\\d{10}")
            .ambiguous("(PL)?\\d([ -]?\\d){9}")
            .digits(PolishNumbers::nip)
            .in("en", "nip", "tax", "vat", "taxpayer", "tin")
            .in("pl", "nip*", "podatkow*", "podatnik*")
            .against("sygnatur*", "case");

    private static final Identifier REGON = Identifier.of(
                    on("PL_REGON", "[REGON]", 0.80, POLAND, "Regulation of 30 November 2015 on the register REGON"))
            .certain("\\d{3}-\\d{3}-\\d{3}", "\\d{3}-\\d{3}-\\d{3}-\\d{5}")
            .ambiguous("\\d([ -]?\\d){8}", "\\d([ -]?\\d){13}")
            .digits(PolishNumbers::regon)
            .in("en", "regon", "statistical")
            .in("pl", "regon*", "statystyczn*")
            .against("order", "zamowien*", "sygnatur*", "faktur*", "invoice");

    private static final Identifier ID_CARD = Identifier.of(on(
                    "PL_ID_CARD",
                    "[ID]",
                    0.80,
                    POLAND,
                    "Regulation of 29 January 2015 on the identity card; ICAO 9303"))
            .ambiguous("[A-Z]{3}\\d{6}")
            .ambiguousExact("[A-Z]{3}[ -]\\d{6}", "[A-Z]{3} ?\\d{3} \\d{3}", "[A-Z]{3} (nr|NR|Nr)\\.? ?\\d{6}")
            .compact(PolishDocuments::idCard)
            .in("en", "identity", "id card", "id number", "id no", "dowod")
            .in("pl", "dowod", "dowodu", "dowodem", "dowodzie", "dowody", "tozsamosci", "osobist*", "seria", "serii")
            .against("zamowien*", "order", "faktur*", "invoice", "paszport*", "passport*", "rejestracyjn*");

    private static final Identifier PASSPORT = Identifier.of(
                    on("PL_PASSPORT", "[PASSPORT]", 0.80, POLAND, "Act of 27 January 2022 on passports; ICAO 9303"))
            .ambiguous("[A-Z]{2}\\d{7}")
            .ambiguousExact("[A-Z]{2}[ -]\\d{7}")
            .compact(PolishDocuments::passport)
            .in("en", "passport*", "travel document")
            .in("pl", "paszport*");

    private static final Identifier LAND_REGISTER = Identifier.of(
                    on("PL_LAND_REGISTER", "[LAND_REGISTER]", 0.90, POLAND, "Dz.U. 2016 poz. 312"))
            .certain("[A-Z]{2}\\d[A-Z] ?/ ?\\d{8} ?/ ?\\d")
            .ambiguous("[A-Z]{2}\\d[A-Z]\\d{9}")
            .compact(PolishDocuments::landRegister)
            .in("en", "land register", "mortgage register", "kw")
            .in("pl", "kw", "ksieg*", "wieczyst*", "hipote*");

    private static final Identifier LICENSE_PLATE = Identifier.of(on(
                    "PL_LICENSE_PLATE",
                    "[LICENSE_PLATE]",
                    0.65,
                    POLAND,
                    "Regulation of 31 August 2022 on registration"))
            .ambiguousExact("[A-Z]{2,3}[ -]?[A-Z0-9]{4,5}")
            .compact(PolishDocuments::plate)
            .within(30, 0)
            .in("en", "license plate*", "licence plate*", "number plate*", "plate number", "registration plate*")
            .in("pl", "rejestracyjn*", "nr rej", "tablic*");

    /** All of them. */
    public static final List<Identifier> ALL =
            List.of(PESEL, NIP, REGON, ID_CARD, PASSPORT, LAND_REGISTER, LICENSE_PLATE);

    private Poland() {}
}
