package io.vigil.pii.tagger;

import io.vigil.message.Span;

/**
 * A name in a text.
 *
 * @param entity entity type
 * @param span where, in UTF-16 code units
 * @param score mean probability of its words, 0 to 1
 */
public record Tagged(String entity, Span span, double score) {}
