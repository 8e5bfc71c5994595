package io.vigil.pii.recogniser;

import io.vigil.pii.checksum.Checksum;
import java.util.List;

/**
 * One kind of personal data: how it is written, what is said around it, what proves it. Stateless and thread-safe. All
 * text is shadow text, see {@link io.vigil.pii.shadow.ShadowText}.
 */
public interface Recogniser {

    /** Entity type, e.g. {@code PL_PESEL}; unique. */
    String entity();

    /** The ways of writing it. */
    List<Shape> shapes();

    /** The words that people put beside it. */
    ContextWords context();

    /**
     * What proves the value.
     *
     * @param match text in one of the shapes
     */
    Checksum check(String match);

    /**
     * How much of a match is the value: a shape may take in a neighbour.
     *
     * @param match text in one of the shapes
     * @return length in characters; 0 where the match is no such value at all
     */
    default int extent(String match) {
        return match.length();
    }
}
