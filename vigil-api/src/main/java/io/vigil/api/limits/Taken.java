package io.vigil.api.limits;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/**
 * What came of taking tokens from one bucket.
 *
 * @param bucket from which
 * @param granted whether there were enough
 * @param remaining tokens left
 * @param pause until there are enough; zero where there were
 * @param reset until the bucket is full
 * @param local whether this process counted alone
 */
record Taken(BucketSpec bucket, boolean granted, long remaining, Duration pause, Duration reset, boolean local) {

    static Taken of(BucketSpec bucket, ConsumptionProbe probe, boolean local) {
        return new Taken(
                bucket,
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForRefill()),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                local);
    }

    /** Part of the bucket that is left, 0 to 1. */
    double left() {
        return (double) remaining / bucket.burst();
    }
}
