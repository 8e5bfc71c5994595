package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.PaymentNumbers;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Identifier;

/** Payment card number. Twelve to fourteen digits in a row are more often something else, e.g. an article number. */
public final class CardRecogniser {

    /** The recogniser. */
    public static final Identifier CARD = Identifier.of(
                    CatalogueEntry.on("CREDIT_CARD", "[CARD]", 0.90, CatalogueEntry.ANYWHERE, "ISO/IEC 7812-1"))
            .certain(
                    "\\d{4}([ -]\\d{4}){3}",
                    "\\d{4}[ -]\\d{6}[ -]\\d{5}",
                    "\\d{4}([ -]\\d{4}){3}[ -]\\d{3}",
                    "\\d{15,19}",
                    "\\d([ -]\\d){14,15}")
            .ambiguous("\\d([ -]?\\d){11,18}")
            .digits(PaymentNumbers::card)
            .in("en", "card*", "credit", "debit", "visa", "mastercard", "amex", "cc", "maestro")
            .in("pl", "kart", "karta", "karte", "karty", "kartom", "kredytow*", "debetow*", "platnicz*")
            .against("order", "zamowien*", "isbn", "ean", "imei", "tracking", "faktur*", "invoice");

    private CardRecogniser() {}
}
