package io.vigil.pii.recogniser.poland;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.checksum.Digits;
import io.vigil.pii.checksum.PolishNumbers;
import io.vigil.pii.recogniser.ContextWords;
import io.vigil.pii.recogniser.Recogniser;
import io.vigil.pii.recogniser.Shape;
import java.util.List;

/** PESEL, the number of a person in Poland; checksum and date of birth as in {@link PolishNumbers#pesel}. */
public final class PeselRecogniser implements Recogniser {

    private static final List<Shape> SHAPES = List.of(
            Shape.certain(11, "\\d{6}[ -]?\\d{5}"),
            Shape.certain(11, "\\d(?:[ -]\\d){10}"),
            Shape.ambiguous(11, "\\d{2}[ -.]?\\d{2}[ -.]?\\d{2}(?:[ -]?\\d){5}"));

    private static final ContextWords CONTEXT = ContextWords.within(50, 20)
            .in("en", "pesel", "personal", "identity", "identification")
            .in("pl", "pesel*", "ewidencyjn*", "urodz*", "ur");

    @Override
    public String entity() {
        return "PL_PESEL";
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
        return PolishNumbers.pesel(Digits.of(match));
    }
}
