package io.vigil.detection.canonical;

import io.vigil.detection.canonical.text.Traces;
import java.util.List;

/**
 * A text and its readings.
 *
 * @param original as it was received
 * @param views at least the folded one, which is first
 * @param traces what was taken off to get there
 */
public record CanonicalText(String original, List<View> views, Traces traces) {

    public CanonicalText {
        views = List.copyOf(views);
    }

    /** What a reader sees. */
    public View folded() {
        return views.getFirst();
    }
}
