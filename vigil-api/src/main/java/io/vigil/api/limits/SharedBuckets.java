package io.vigil.api.limits;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shared buckets as long as they answer, otherwise those of this process: nothing stops. */
final class SharedBuckets implements Buckets {

    private static final Logger log = LoggerFactory.getLogger(SharedBuckets.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int CALLS = 10;

    private final Buckets shared;
    private final Buckets local;
    private final Duration patience;
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "rate-limits",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(CALLS)
                    .minimumNumberOfCalls(2)
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .waitDurationInOpenState(PAUSE)
                    .build());

    /**
     * Prefers the first.
     *
     * @param patience how long a request waits for them
     */
    SharedBuckets(Buckets shared, Buckets local, Duration patience) {
        this.shared = shared;
        this.local = local;
        this.patience = patience;
        breaker.getEventPublisher()
                .onStateTransition(event -> log.warn(
                        "rate limits hold {}",
                        switch (event.getStateTransition().getToState()) {
                            case CLOSED -> "for all gateways together again";
                            case HALF_OPEN -> "for this gateway alone, redis is being tried";
                            default -> "for this gateway alone: redis does not answer";
                        }));
    }

    /** Whether this process counts alone at the moment. */
    boolean alone() {
        return breaker.getState() != CircuitBreaker.State.CLOSED;
    }

    @Override
    public CompletableFuture<Taken> take(BucketSpec bucket, long tokens) {
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            return local.take(bucket, tokens);
        }
        long start = System.nanoTime();
        return shared.take(bucket, tokens)
                .orTimeout(patience.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((taken, failure) -> {
                    long took = System.nanoTime() - start;
                    if (failure == null) {
                        breaker.onSuccess(took, TimeUnit.NANOSECONDS);
                    } else {
                        breaker.onError(took, TimeUnit.NANOSECONDS, cause(failure));
                    }
                })
                .exceptionallyCompose(failure -> local.take(bucket, tokens));
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public void close() {
        shared.close();
        local.close();
    }
}
