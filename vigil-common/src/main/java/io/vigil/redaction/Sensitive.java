package io.vigil.redaction;

import io.vigil.message.Span;

/**
 * A value in a text and what shall become of it.
 *
 * @param span where, in UTF-16 code units of the text
 */
public record Sensitive(Span span, RedactionMode mode) {}
