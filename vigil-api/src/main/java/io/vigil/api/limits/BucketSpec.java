package io.vigil.api.limits;

import io.github.bucket4j.BucketConfiguration;
import io.vigil.api.access.RateLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * One token bucket. The same limits have the same name, and other limits another, so that a change begins anew.
 *
 * @param owner whose it is: {@code key} or {@code tenant}
 * @param id public id of the key, or name of the tenant
 * @param unit what is counted
 * @param perMinute how much comes in a minute, evenly; 1 or more
 * @param burst how much it holds; 1 or more
 */
record BucketSpec(String owner, String id, Unit unit, long perMinute, long burst) {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The bucket of somebody with these limits; empty where nothing bounds the unit. */
    static Optional<BucketSpec> of(String owner, String id, Unit unit, RateLimits limits) {
        long perMinute = unit.perMinute(limits);
        return perMinute == 0
                ? Optional.empty()
                : Optional.of(new BucketSpec(owner, id, unit, perMinute, unit.burst(limits)));
    }

    /** Where it is kept. */
    String name() {
        return "vigil:rate:%s:%s:%s:%d:%d".formatted(owner, id, unit.label(), perMinute, burst);
    }

    /** What it is called in headers, e.g. {@code key-requests}. */
    String label() {
        return owner + "-" + unit.label();
    }

    BucketConfiguration configuration() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, MINUTE))
                .build();
    }

    /** As draft-ietf-httpapi-ratelimit-headers writes it. */
    String policy() {
        return "\"%s\";q=%d;w=%d".formatted(label(), burst, Math.max(1, burst * MINUTE.toSeconds() / perMinute));
    }
}
