package io.vigil.detection.semantic;

/**
 * How much of a text goes to the model.
 *
 * @param threshold sentences whose words promise less evidence than this do not; -1 lets all of them
 * @param most how many sentences do at most, 1 or more
 */
public record ScreenLimits(double threshold, int most) {}
