package io.vigil.api.limits;

import io.github.bucket4j.TimeMeter;
import io.vigil.api.access.Caller;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Charges callers. Blocks its (virtual) thread while the shared store is asked. Thread-safe. */
public final class RateLimiter implements AutoCloseable {

    private final RateRules rules;
    private final Buckets buckets;
    private final RateMeters meters;

    private RateLimiter(RateRules rules, Buckets buckets, RateMeters meters) {
        this.rules = rules;
        this.buckets = buckets;
        this.meters = meters;
    }

    /**
     * Where Redis is.
     *
     * @param url as Lettuce reads it, e.g. {@code redis://host:6379}; may hold a password
     * @param patience how long a request waits for it
     */
    public record Redis(String url, Duration patience) {

        @Override
        public String toString() {
            return "Redis[patience=" + patience + "]";
        }
    }

    /** Counts in this process. */
    public static RateLimiter local(RateRules rules, TimeMeter clock, RateMeters meters) {
        return new RateLimiter(rules, new LocalBuckets(clock), meters);
    }

    /** Counts in Redis for all gateways, and in this process while Redis does not answer. */
    public static RateLimiter shared(RateRules rules, Redis redis, TimeMeter clock, RateMeters meters) {
        var buckets = new SharedBuckets(
                new RedisBuckets(redis.url(), redis.patience()), new LocalBuckets(clock), redis.patience());
        meters.watch(buckets);
        return new RateLimiter(rules, buckets, meters);
    }

    /**
     * Takes what something costs. More than a bucket holds costs all that it holds.
     *
     * @param cost 1 or more
     */
    public RateVerdict charge(Caller caller, Unit unit, long cost) {
        List<BucketSpec> drawn = rules.bucketsOf(caller, unit);
        if (drawn.isEmpty()) {
            return new RateVerdict.Unlimited();
        }
        // All at once: the second bucket costs no second wait.
        List<CompletableFuture<Taken>> taken = drawn.stream()
                .map(bucket -> buckets.take(bucket, Math.min(cost, bucket.burst())))
                .toList();
        RateVerdict verdict =
                RateVerdict.of(taken.stream().map(CompletableFuture::join).toList());
        if (verdict instanceof RateVerdict.Limited(boolean granted, var state) && !granted) {
            meters.refused(unit);
        }
        return verdict;
    }

    /** Whether anything bounds the caller in this unit. */
    public boolean bounds(Caller caller, Unit unit) {
        return !rules.bucketsOf(caller, unit).isEmpty();
    }

    @Override
    public void close() {
        buckets.close();
    }
}
