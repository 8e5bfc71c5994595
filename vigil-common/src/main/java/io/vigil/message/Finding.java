package io.vigil.message;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One piece of evidence of an attack.
 *
 * @param category family of the attack, e.g. {@code INSTRUCTION_OVERRIDE}
 * @param pattern id of the pattern or exemplar that matched, e.g. {@code override-ignore-previous}
 * @param score weight of this piece of evidence alone, 0 to 100
 * @param description what the pattern looks for, in plain words; never text of the request
 * @param span where in the original text, or null where the evidence is about the whole text
 */
public record Finding(
        String category,
        String pattern,
        int score,
        String description,
        @Nullable Span span) {

    public Finding {
        requireNonNull(category, "category");
        requireNonNull(pattern, "pattern");
        requireNonNull(description, "description");
        Range.score(score);
    }
}
