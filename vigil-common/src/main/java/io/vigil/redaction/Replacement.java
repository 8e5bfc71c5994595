package io.vigil.redaction;

import io.vigil.message.Span;

/**
 * A part of a text and what shall stand in its place.
 *
 * @param span where, in UTF-16 code units of the text
 * @param with the new text, e.g. {@code [EMAIL]}; may be empty
 */
public record Replacement(Span span, String with) {}
