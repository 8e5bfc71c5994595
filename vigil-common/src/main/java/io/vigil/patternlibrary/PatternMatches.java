package io.vigil.patternlibrary;

import java.util.List;

/**
 * Which patterns match where; nothing of the texts.
 *
 * @param results one for each text, in order
 */
public record PatternMatches(List<Result> results) {

    public PatternMatches {
        results = List.copyOf(results);
    }

    /** What was found in one text, in order of the readings. */
    public record Result(List<Match> matches) {

        public Result {
            matches = List.copyOf(matches);
        }
    }

    /**
     * One place.
     *
     * @param family name of the family
     * @param pattern id of the pattern
     * @param severity 1 to 100
     * @param view the reading it was found in, e.g. {@code folded} or {@code decoded}
     * @param start first code point in the text as given
     * @param end code point after the last one
     */
    public record Match(String family, String pattern, int severity, String view, int start, int end) {}
}
