package io.vigil.detection.heuristics.pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One family of the pattern library as it is written down.
 *
 * @param family which one
 * @param description what its attacks try to do
 * @param patterns its patterns, ids unique in the whole library
 */
public record FamilySpec(AttackFamily family, String description, List<PatternSpec> patterns) {

    public FamilySpec {
        patterns = List.copyOf(patterns);
    }

    /**
     * One pattern as it is written down: phrases, or a regular expression with keywords.
     *
     * @param id unique, lower case with hyphens
     * @param description what it looks for, in plain words
     * @param severity 1 to 100: what a match alone says about the text being an attack
     * @param languages ISO 639-1 codes, or {@code any}
     * @param phrases see {@link PhraseReader}
     * @param regex RE2 syntax, matched without regard to case on the folded text, lines apart
     * @param keywords for a regular expression: it runs only near one of these; lower case, any place in a word
     * @param match texts that must match
     * @param nearMiss texts that must not
     */
    public record PatternSpec(
            String id,
            String description,
            int severity,
            List<String> languages,
            @Nullable List<String> phrases,
            @Nullable String regex,
            @Nullable List<String> keywords,
            List<String> match,
            @JsonProperty("near_miss") List<String> nearMiss) {

        public PatternSpec {
            if (severity < 1 || severity > 100) {
                throw new IllegalArgumentException("pattern " + id + ": severity must be 1 to 100");
            }
            boolean expression = regex != null && keywords != null && !keywords.isEmpty();
            if (expression == (phrases != null && !phrases.isEmpty())) {
                throw new IllegalArgumentException("pattern " + id + ": needs phrases, or a regex with keywords");
            }
        }
    }
}
