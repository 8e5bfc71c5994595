package io.vigil.detection.canonical.unicode;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Traces;
import java.util.List;
import java.util.Optional;

/** The other ways in which a text with unusual characters can be read; each is cleaned. Thread-safe. */
public final class Unhiding {

    private final Cleaning cleaning;
    private final Reordering reordering = new Reordering();
    private final Erasing erasing = new Erasing();
    private final Uprighting uprighting = new Uprighting();

    /** Unhides with the given cleaning. */
    public Unhiding(Cleaning cleaning) {
        this.cleaning = cleaning;
    }

    /**
     * The readings; each list is empty where there is no reason for it.
     *
     * @param visible without what invisible characters spell; at most one
     * @param joined with what tags spell joined to the letter before it; at most one
     * @param reordered as a screen shows it; at most one
     * @param erased with erasures carried out; at most one
     * @param flipped put upright; at most two
     */
    public record Unhidden(
            List<MappedText> visible,
            List<MappedText> joined,
            List<MappedText> reordered,
            List<MappedText> erased,
            List<MappedText> flipped) {}

    /** Reads a text as it was received; linear in its length. */
    public Unhidden apply(MappedText source, Traces traces) {
        boolean tags = traces.count(Disguise.TAG_CHARACTER) > 0;
        boolean smuggled = tags || traces.count(Disguise.VARIATION_SELECTOR) > 0;
        return new Unhidden(
                smuggled ? List.of(cleaning.visible(source)) : List.of(),
                tags ? cleaning.joined(source).stream().toList() : List.of(),
                cleaned(reordering.apply(source)),
                cleaned(erasing.apply(source)),
                uprighting.apply(source, traces).stream().map(this::cleaned).toList());
    }

    private List<MappedText> cleaned(Optional<MappedText> text) {
        return text.map(this::cleaned).stream().toList();
    }

    /** What was taken off has been counted before. */
    private MappedText cleaned(MappedText text) {
        return cleaning.apply(text, new Traces());
    }
}
