package io.vigil.api.stream;

/**
 * Bounds of guarded streams.
 *
 * @param window how much of the text so far is held back, in code points
 * @param maxStreams streams that are guarded at a time
 * @param maxLine longest line of a body, in bytes
 */
public record StreamLimits(int window, int maxStreams, int maxLine) {}
