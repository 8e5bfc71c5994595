package io.vigil.message;

import static java.util.Objects.requireNonNull;

/**
 * Personal data found in a text. Carries where it is, never its value.
 *
 * @param type entity type, e.g. {@code PL_PESEL}, {@code EMAIL_ADDRESS}
 * @param span where in the original text
 * @param score certainty, 0 to 1
 * @param replacement what stands there in a redacted text, e.g. {@code [PESEL]}
 */
public record PiiEntity(String type, Span span, double score, String replacement) {

    public PiiEntity {
        requireNonNull(type, "type");
        requireNonNull(span, "span");
        requireNonNull(replacement, "replacement");
        Range.unit(score, "score");
    }
}
