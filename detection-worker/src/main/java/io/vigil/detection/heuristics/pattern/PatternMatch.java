package io.vigil.detection.heuristics.pattern;

import io.vigil.detection.canonical.ViewKind;
import io.vigil.message.Span;

/**
 * A pattern that was found.
 *
 * @param pattern which one
 * @param view the reading it was found in
 * @param span where, in the original text
 */
public record PatternMatch(AttackPattern pattern, ViewKind view, Span span) {}
