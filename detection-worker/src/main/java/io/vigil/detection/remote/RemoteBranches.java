package io.vigil.detection.remote;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Builds branches over the existing services. One HTTP client serves all of them; closing it ends their calls. */
public final class RemoteBranches implements AutoCloseable {
    private final HttpClient client;
    private final BreakerSettings breaker;
    private final Clock clock;
    private final LongSupplier nanos;

    /**
     * A source of remote branches.
     *
     * @param breaker when a branch is left alone
     * @param clock decides when an open breaker may be tried again
     * @param nanos elapsed time in nanoseconds from any origin
     */
    public RemoteBranches(BreakerSettings breaker, Clock clock, LongSupplier nanos) {
        this.client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        this.breaker = breaker;
        this.clock = clock;
        this.nanos = nanos;
    }

    /**
     * The remote form of a branch.
     *
     * @param url base URL of the service, with or without the path of the call
     * @param limit time for a whole call, positive
     */
    public Branch branch(BranchId id, URI url, Duration limit) {
        return switch (id) {
            case HEURISTICS, SEMANTIC ->
                branch(
                        id,
                        JsonEndpoint.under(url, "/analyze"),
                        limit,
                        Questions.TEXT_AND_ID,
                        new CommonAnswerReader(id));
            case CLASSIFIER ->
                branch(
                        id,
                        JsonEndpoint.under(url, "/detect"),
                        limit,
                        Questions.TEXT_ONLY,
                        new PromptGuardAnswerReader());
        };
    }

    private Branch branch(BranchId id, URI uri, Duration limit, Questions questions, AnswerReader reader) {
        var endpoint = new JsonEndpoint(client, uri, limit);
        return new RemoteBranch(id, endpoint, questions, reader, newBreaker(id), nanos);
    }

    private CircuitBreaker newBreaker(BranchId id) {
        var config = CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(breaker.calls())
                .minimumNumberOfCalls(breaker.calls())
                .failureRateThreshold(breaker.failureRate())
                .waitDurationInOpenState(breaker.openFor())
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .build();
        return CircuitBreaker.of(id.wireName(), config);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
