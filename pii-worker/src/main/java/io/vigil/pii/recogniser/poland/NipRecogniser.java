package io.vigil.pii.recogniser.poland;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.Digits;
import io.vigil.pii.checksum.PolishNumbers;
import io.vigil.pii.recogniser.ContextWords;
import io.vigil.pii.recogniser.Recogniser;
import io.vigil.pii.recogniser.Shape;
import java.util.List;

/** NIP, the tax number of a company in Poland, also as European VAT number; checksum as in {@link PolishNumbers#nip}. */
public final class NipRecogniser implements Recogniser {

    private static final List<Shape> SHAPES = List.of(
            // Also 123-45-67-819, as on invoices of sole traders.
            Shape.certain(10, "\\d{3}-\\d{3}-\\d{2}-\\d{2}"),
            Shape.certain(10, "\\d{3}-\\d{2}-\\d{2}-\\d{3}"),
            Shape.certain(10, "PL ?\\d{10}"),
            Shape.ambiguous(10, "(?:PL)?\\d(?:[ -]?\\d){9}"));

    private static final ContextWords CONTEXT = ContextWords.within(50, 20)
            .in("en", "nip", "tax", "vat", "taxpayer", "tin")
            .in("pl", "nip*", "podatkow*", "podatnik*")
            .against("sygnatur*", "case");

    @Override
    public String entity() {
        return "PL_NIP";
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
        return PolishNumbers.nip(Digits.of(match));
    }
}
