package io.vigil.pii.recogniser.poland;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.Digits;
import io.vigil.pii.checksum.PolishNumbers;
import io.vigil.pii.recogniser.ContextWords;
import io.vigil.pii.recogniser.Recogniser;
import io.vigil.pii.recogniser.Shape;
import java.util.List;

/** REGON, the statistical number of a company in Poland; checksum as in {@link PolishNumbers#regon}. */
public final class RegonRecogniser implements Recogniser {

    private static final List<Shape> SHAPES = List.of(
            Shape.certain(9, "\\d{3}-\\d{3}-\\d{3}"),
            Shape.certain(14, "\\d{3}-\\d{3}-\\d{3}-\\d{5}"),
            Shape.ambiguous(9, "\\d(?:[ -]?\\d){8}"),
            Shape.ambiguous(14, "\\d(?:[ -]?\\d){13}"));

    private static final ContextWords CONTEXT = ContextWords.within(50, 20)
            .in("en", "regon", "statistical")
            .in("pl", "regon*", "statystyczn*")
            .against("order", "zamowien*", "sygnatur*", "faktur*", "invoice");

    @Override
    public String entity() {
        return "PL_REGON";
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
        return PolishNumbers.regon(Digits.of(match));
    }
}
