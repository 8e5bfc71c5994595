package io.vigil.detection.heuristics.detector;

import io.vigil.canary.Canary;
import io.vigil.detection.canonical.CanonicalText;
import io.vigil.detection.canonical.View;
import io.vigil.message.Finding;
import io.vigil.message.Span;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the canary of a system prompt in what a model says, also spelled out or encoded. Linear in the length of the text. */
public final class CanaryLeak {

    /** The category of the finding. */
    public static final String CATEGORY = "SYSTEM_PROMPT_LEAK";

    private static final int CERTAIN = 100;

    private CanaryLeak() {}

    /** The first canary in any reading of the text. */
    public static Optional<Finding> in(CanonicalText text) {
        OptionalInt plain = Canary.indexIn(text.original());
        if (plain.isPresent()) {
            int start = plain.getAsInt();
            return Optional.of(finding(new Span(start, start + Canary.LENGTH)));
        }
        for (View view : text.views()) {
            OptionalInt hidden = Canary.indexIn(view.text());
            if (hidden.isPresent()) {
                int start = hidden.getAsInt();
                return Optional.of(finding(view.content().origin(start, start + Canary.LENGTH)));
            }
        }
        return Optional.empty();
    }

    private static Finding finding(Span span) {
        return new Finding(CATEGORY, "canary", CERTAIN, "the canary of a system prompt", span);
    }
}
