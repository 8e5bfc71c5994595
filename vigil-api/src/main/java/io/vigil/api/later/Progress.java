package io.vigil.api.later;

import io.vigil.api.results.AcceptedRequest;
import io.vigil.api.results.ResultBucket;
import io.vigil.message.AnalysisResult;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Tells how far accepted requests are. Blocks its (virtual) thread. Thread-safe. */
public final class Progress {

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

    private final ResultBucket results;
    private final Duration timeToLive;
    private final InstantSource clock;

    /**
     * Tells about the requests of a bucket.
     *
     * @param timeToLive how long after it was accepted a request and its result are there
     */
    public Progress(ResultBucket results, Duration timeToLive, InstantSource clock) {
        this.results = results;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /** Hears how far a request is. */
    public interface Listener {

        /** The state now; after a final one nothing follows. */
        void status(AnalysisStatus status) throws IOException;

        /** Nothing has changed for a while. */
        void alive() throws IOException;
    }

    /**
     * How far a request is.
     *
     * @param visible whether the caller may know requests of a tenant
     * @return empty where there is no such request, or the caller must not know it
     */
    public Optional<AnalysisStatus> of(String requestId, Predicate<String> visible) throws IOException {
        var request = request(requestId, visible);
        return request.isEmpty() ? Optional.empty() : Optional.of(status(request.get(), results.result(requestId)));
    }

    /**
     * Tells how far a request is until it has ended.
     *
     * @return false where there is no such request, or the caller must not know it: nothing was told
     * @throws IOException nobody listens any more
     * @throws InterruptedException when the service stops
     */
    public boolean follow(String requestId, Predicate<String> visible, Listener listener)
            throws IOException, InterruptedException {
        var found = request(requestId, visible);
        if (found.isEmpty()) {
            return false;
        }
        BlockingQueue<AnalysisResult> arrived = new LinkedBlockingQueue<>();
        try (var _ = results.watch(requestId, arrived::add)) {
            AnalysisStatus status = status(found.get(), results.result(requestId));
            listener.status(status);
            while (!status.ended()) {
                var result = arrived.poll(SIGN_OF_LIFE.toNanos(), TimeUnit.NANOSECONDS);
                status = status(found.get(), Optional.ofNullable(result));
                if (status.ended()) {
                    listener.status(status);
                } else {
                    listener.alive();
                }
            }
        }
        return true;
    }

    private Optional<AcceptedRequest> request(String requestId, Predicate<String> visible) throws IOException {
        return results.request(requestId).filter(request -> visible.test(request.tenant()));
    }

    private AnalysisStatus status(AcceptedRequest request, Optional<AnalysisResult> result) {
        return AnalysisStatus.of(request, result, timeToLive, clock.instant());
    }
}
