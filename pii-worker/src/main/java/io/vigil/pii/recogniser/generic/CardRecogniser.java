package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.Digits;
import io.vigil.pii.checksum.PaymentNumbers;
import io.vigil.pii.recogniser.ContextWords;
import io.vigil.pii.recogniser.Recogniser;
import io.vigil.pii.recogniser.Shape;
import java.util.List;

/** Payment card number; checksum and issuers as in {@link PaymentNumbers#card}. Twelve to fourteen digits in a row are more often something else, e.g. an article number. */
public final class CardRecogniser implements Recogniser {

    private static final List<Shape> SHAPES = List.of(
            Shape.certain(16, "\\d{4}(?:[ -]\\d{4}){3}"),
            Shape.certain(15, "\\d{4}[ -]\\d{6}[ -]\\d{5}"),
            Shape.certain(19, "\\d{4}(?:[ -]\\d{4}){3}[ -]\\d{3}"),
            Shape.certain(15, "\\d{15,19}"),
            Shape.certain(15, "\\d(?:[ -]\\d){14,15}"),
            Shape.ambiguous(12, "\\d(?:[ -]?\\d){11,18}"));

    private static final ContextWords CONTEXT = ContextWords.within(50, 20)
            .in("en", "card*", "credit", "debit", "visa", "mastercard", "amex", "cc", "maestro")
            .in("pl", "kart", "karta", "karte", "karty", "kartom", "kredytow*", "debetow*", "platnicz*")
            .against("order", "zamowien*", "isbn", "ean", "imei", "tracking", "faktur*", "invoice");

    @Override
    public String entity() {
        return "CREDIT_CARD";
    }

    @Override
    public List<Shape> shapes() {
        return SHAPES;
    }

    @Override
    public ContextWords context() {
        return CONTEXT;
    }

    @Override
    public Checksum check(String match) {
        return PaymentNumbers.card(Digits.of(match));
    }
}
