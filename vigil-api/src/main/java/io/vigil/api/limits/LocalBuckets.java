package io.vigil.api.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Buckets of this process. There are as many as keys and tenants, which only an operator makes. */
final class LocalBuckets implements Buckets {

    private final TimeMeter clock;
    private final ConcurrentHashMap<BucketSpec, Bucket> buckets = new ConcurrentHashMap<>();

    LocalBuckets(TimeMeter clock) {
        this.clock = clock;
    }

    @Override
    public CompletableFuture<Taken> take(BucketSpec bucket, long tokens) {
        var probe = buckets.computeIfAbsent(bucket, this::open).tryConsumeAndReturnRemaining(tokens);
        return CompletableFuture.completedFuture(Taken.of(bucket, probe, true));
    }

    private Bucket open(BucketSpec bucket) {
        return Bucket.builder()
                .withCustomTimePrecision(clock)
                .addLimit(bucket.configuration().getBandwidths()[0])
                .build();
    }

    @Override
    public void close() {
        buckets.clear();
    }
}
