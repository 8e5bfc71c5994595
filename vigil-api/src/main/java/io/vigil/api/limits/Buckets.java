package io.vigil.api.limits;

import java.util.concurrent.CompletableFuture;

/** Where token buckets are kept. Thread-safe. */
interface Buckets extends AutoCloseable {

    /**
     * Takes tokens; all or none.
     *
     * @param tokens 1 up to the burst of the bucket
     */
    CompletableFuture<Taken> take(BucketSpec bucket, long tokens);

    @Override
    void close();
}
