package io.vigil.api.results;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import io.vigil.topology.Streams;
import io.vigil.wire.Json;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;

/** Answers by key, in the bucket of the results. Every change names the revision that it is based on. Thread-safe. */
public final class AnswerBucket {

    private static final int WRONG_REVISION = 10071;
    private static final String PREFIX = "answer.";

    private final KeyValue bucket;

    private AnswerBucket(KeyValue bucket) {
        this.bucket = bucket;
    }

    /** Opens the bucket, which exists. */
    public static AnswerBucket open(Connection connection, ResultBucket openedFirst) throws IOException {
        return new AnswerBucket(connection.keyValue(Streams.RESULTS_BUCKET));
    }

    /**
     * An answer as it is kept.
     *
     * @param revision changes with every change
     */
    public record Entry(KeptAnswer answer, long revision) {}

    /** What is kept under a key. */
    public Optional<Entry> find(String key) throws IOException {
        try {
            KeyValueEntry entry = bucket.get(PREFIX + key);
            byte[] value = entry == null || entry.getOperation() != KeyValueOperation.PUT ? null : entry.getValue();
            return value == null
                    ? Optional.empty()
                    : Optional.of(new Entry(Json.mapper().readValue(value, KeptAnswer.class), entry.getRevision()));
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.RESULTS_BUCKET + " gave nothing", e);
        } catch (JacksonException e) {
            // Its message quotes the entry.
            throw new IOException("an entry of " + Streams.RESULTS_BUCKET + " cannot be read");
        }
    }

    /** Keeps an answer under a key that has none; the revision, or empty where somebody was faster. */
    public OptionalLong create(String key, KeptAnswer answer) throws IOException {
        return change(() -> bucket.create(PREFIX + key, Json.mapper().writeValueAsBytes(answer)));
    }

    /** Keeps another answer; the revision, or empty where somebody changed it meanwhile. */
    public OptionalLong replace(String key, KeptAnswer answer, long revision) throws IOException {
        return change(() -> bucket.update(PREFIX + key, Json.mapper().writeValueAsBytes(answer), revision));
    }

    /** Forgets an answer, unless somebody changed it meanwhile. */
    public void remove(String key, long revision) throws IOException {
        var _ = change(() -> {
            bucket.purge(PREFIX + key, revision);
            return revision;
        });
    }

    private static OptionalLong change(Change change) throws IOException {
        try {
            return OptionalLong.of(change.revision());
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == WRONG_REVISION) {
                return OptionalLong.empty();
            }
            throw new IOException("bucket " + Streams.RESULTS_BUCKET + " took nothing", e);
        }
    }

    @FunctionalInterface
    private interface Change {
        long revision() throws IOException, JetStreamApiException;
    }
}
