package io.vigil.arbiter.sanitise;

import io.vigil.verdict.Cleaning;

/**
 * A text without personal data and attack spans.
 *
 * @param text what is left, with a token in each gap
 * @param changed whether anything was replaced by something else
 * @param attackLocated whether what the branches object to is known by place, and therefore gone
 * @param nothingLeft whether, the removed attack spans aside, the text says nothing any more
 */
public record Sanitised(String text, boolean changed, boolean attackLocated, boolean nothingLeft) implements Cleaning {}
