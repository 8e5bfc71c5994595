package io.vigil.api.ask;

import java.time.Duration;

/**
 * Bounds of asking.
 *
 * @param timeout longest wait for a decision
 * @param publishTimeout longest wait for the stream to confirm the submission; not longer than {@code timeout}
 * @param maxInFlight most questions open at a time
 */
public record AskLimits(Duration timeout, Duration publishTimeout, int maxInFlight) {}
