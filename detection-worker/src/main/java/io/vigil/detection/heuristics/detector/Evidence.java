package io.vigil.detection.heuristics.detector;

import io.vigil.detection.canonical.CanonicalText;
import io.vigil.detection.heuristics.pattern.PatternMatch;
import java.util.List;

/**
 * What every detector looks at.
 *
 * @param text the text with its readings and the traces of its disguises
 * @param matches all pattern matches in all readings
 */
public record Evidence(CanonicalText text, List<PatternMatch> matches) {

    public Evidence {
        matches = List.copyOf(matches);
    }
}
