package io.vigil.detection.heuristics.pattern;

/**
 * What a match of one pattern means.
 *
 * @param family the kind of attack
 * @param id unique in the library
 * @param description what the pattern looks for, in plain words
 * @param severity 1 to 100
 */
public record AttackPattern(AttackFamily family, String id, String description, int severity) {}
