package io.vigil.worker;

import java.time.Duration;

/**
 * When a batch goes, and how large it may get. A batch of {@code size} goes at once when the last one is {@code pause} ago;
 * under load the pause lets it grow up to {@code largest}, so that a store gets few large batches and not many small ones.
 *
 * @param size messages that are enough for a batch, 1 or more
 * @param largest most messages in a batch, {@code size} or more
 * @param interval how long the first message of a batch waits at most, more than 0
 * @param pause least time between two batches smaller than {@code largest}, 0 or more; the interval ends it
 */
public record BatchLimits(int size, int largest, Duration interval, Duration pause) {

    public BatchLimits {
        if (size < 1 || largest < size) {
            throw new IllegalArgumentException("a batch needs 1 message or more, and the largest is no smaller");
        }
        if (interval.isNegative() || interval.isZero() || pause.isNegative()) {
            throw new IllegalArgumentException("the interval must be longer than 0, the pause 0 or longer");
        }
    }

    /** Limits without a pause: each batch goes as soon as it is full. */
    public static BatchLimits of(int size, Duration interval) {
        return new BatchLimits(size, size, interval, Duration.ZERO);
    }
}
