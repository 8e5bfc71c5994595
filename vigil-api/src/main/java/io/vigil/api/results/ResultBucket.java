package io.vigil.api.results;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import io.nats.client.api.KeyValueWatcher;
import io.nats.client.api.StorageType;
import io.nats.client.impl.NatsKeyValueWatchSubscription;
import io.vigil.message.AnalysisResult;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;

/** Accepted requests and their results in a key-value bucket. The workers write the results. Thread-safe; blocks. */
public final class ResultBucket {

    private static final Logger log = LoggerFactory.getLogger(ResultBucket.class);

    /** For so long after a result was dropped its request is still known, and its state is {@code expired}. */
    private static final Duration REMEMBRANCE = Duration.ofHours(1);

    private final KeyValue bucket;

    private ResultBucket(KeyValue bucket) {
        this.bucket = bucket;
    }

    /**
     * Limits of the bucket.
     *
     * @param timeToLive how long a result can be asked for
     * @param maxBytes most that all entries may take; when full, no request is accepted until others have expired
     * @param replicas copies on a cluster
     */
    public record Limits(Duration timeToLive, DataSize maxBytes, int replicas) {}

    /**
     * Opens the bucket; creates it where there is none. One that exists is left as it is: its limits are the operator's.
     *
     * @throws IOException the server did not answer, or refused
     */
    public static ResultBucket open(Connection connection, Limits limits) throws IOException {
        Duration kept = limits.timeToLive().plus(REMEMBRANCE);
        var configuration = KeyValueConfiguration.builder()
                .name(Streams.RESULTS_BUCKET)
                .description("Results of requests that nobody waits for")
                .maxHistoryPerKey(1)
                .ttl(kept)
                .maxBucketSize(limits.maxBytes().toBytes())
                .storageType(StorageType.File)
                .replicas(limits.replicas())
                .build();
        try {
            var buckets = connection.keyValueManagement();
            if (!buckets.getBucketNames().contains(Streams.RESULTS_BUCKET)) {
                var _ = buckets.create(configuration);
            } else if (!kept.equals(buckets.getStatus(Streams.RESULTS_BUCKET).getTtl())) {
                log.warn(
                        "bucket {} keeps entries for another time than {}: an operator may change it",
                        Streams.RESULTS_BUCKET,
                        kept);
            }
            return new ResultBucket(connection.keyValue(Streams.RESULTS_BUCKET));
        } catch (JetStreamApiException e) {
            throw new IOException("cannot open bucket " + Streams.RESULTS_BUCKET, e);
        }
    }

    /**
     * Remembers a request, before it is handed over.
     *
     * @throws IOException nothing is remembered
     */
    public void remember(AcceptedRequest request) throws IOException {
        try {
            var _ = bucket.put(
                    Subjects.requestKey(request.requestId()), Json.mapper().writeValueAsBytes(request));
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.RESULTS_BUCKET + " took nothing", e);
        }
    }

    /**
     * Forgets a request that was not handed over.
     *
     * @throws IOException it stays until it expires
     */
    public void forget(String requestId) throws IOException {
        try {
            bucket.purge(Subjects.requestKey(requestId));
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.RESULTS_BUCKET + " kept an entry", e);
        }
    }

    /** A request that was accepted, as long as it is remembered. */
    public Optional<AcceptedRequest> request(String requestId) throws IOException {
        return read(Subjects.requestKey(requestId), AcceptedRequest.class);
    }

    /** What came of a request, if it has ended. */
    public Optional<AnalysisResult> result(String requestId) throws IOException {
        return read(Subjects.resultKey(requestId), AnalysisResult.class);
    }

    /**
     * Tells the result of a request when it comes; at once where it is there. Close it on every path.
     *
     * @param listener called on a thread of the client library: it must not block
     */
    public Watch watch(String requestId, Consumer<AnalysisResult> listener) throws IOException, InterruptedException {
        try {
            NatsKeyValueWatchSubscription subscription =
                    bucket.watch(Subjects.resultKey(requestId), new Listener(listener));
            return subscription::unsubscribe;
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.RESULTS_BUCKET + " cannot be watched", e);
        }
    }

    private <T> Optional<T> read(String key, Class<T> type) throws IOException {
        try {
            return decoded(bucket.get(key), type);
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.RESULTS_BUCKET + " gave nothing", e);
        }
    }

    private static <T> Optional<T> decoded(@Nullable KeyValueEntry entry, Class<T> type) throws IOException {
        byte[] value = entry == null ? null : entry.getValue();
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.mapper().readValue(value, type));
        } catch (JacksonException e) {
            // Its message quotes the entry.
            throw new IOException("an entry of " + Streams.RESULTS_BUCKET + " cannot be read");
        }
    }

    /** A watch that has begun. */
    @FunctionalInterface
    public interface Watch extends AutoCloseable {

        @Override
        void close();
    }

    private record Listener(Consumer<AnalysisResult> listener) implements KeyValueWatcher {

        @Override
        public void watch(KeyValueEntry entry) {
            if (entry.getOperation() == KeyValueOperation.PUT) {
                try {
                    decoded(entry, AnalysisResult.class).ifPresent(listener);
                } catch (IOException unreadable) {
                    // Whoever asks for it by its id is told.
                }
            }
        }

        @Override
        public void endOfData() {
            // Nothing there yet: it comes later.
        }
    }
}
