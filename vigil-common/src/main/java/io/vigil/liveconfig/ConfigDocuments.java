package io.vigil.liveconfig;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The documents of one bucket for whoever changes them, each with its revisions. Thread-safe; blocks. */
public final class ConfigDocuments {

    private static final int WRONG_LAST_SEQUENCE = 10071;

    private final Connection connection;
    private final String bucket;

    public ConfigDocuments(Connection connection, String bucket) {
        this.connection = connection;
        this.bucket = bucket;
    }

    /**
     * One revision of a document.
     *
     * @param number 1 or more; unique in the bucket
     * @param at when it was stored
     * @param json the document; null where this revision deleted it
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Revision(long number, Instant at, byte @Nullable [] json) {}

    /** What came of a change. */
    public sealed interface Change {

        /**
         * It holds.
         *
         * @param revision its number
         */
        record Stored(long revision) implements Change {}

        /** Somebody was faster: the revision that the change was made for is not the last one. */
        record Outdated() implements Change {}
    }

    /** What holds now; empty where there is no document or none any more. */
    public Optional<Revision> current(String key) throws IOException {
        return with(store -> Optional.ofNullable(store.get(key)).map(ConfigDocuments::revision));
    }

    /** A revision that is still kept; empty where it is not, or belongs to another document. */
    public Optional<Revision> at(String key, long revision) throws IOException {
        return with(store -> Optional.ofNullable(store.get(key, revision)).map(ConfigDocuments::revision));
    }

    /** The revisions that are still kept, oldest first. */
    public List<Revision> history(String key) throws IOException {
        return with(store ->
                store.history(key).stream().map(ConfigDocuments::revision).toList());
    }

    /**
     * Stores a document in place of a revision.
     *
     * @param expected number of the revision that it replaces; 0 where there is no document
     */
    public Change put(String key, byte[] json, long expected) throws IOException {
        return changed(store -> expected == 0 ? store.create(key, json) : store.update(key, json, expected));
    }

    /**
     * Deletes a document.
     *
     * @param expected number of the revision that holds now
     */
    public Change delete(String key, long expected) throws IOException {
        return changed(store -> {
            store.delete(key, expected);
            return expected;
        });
    }

    private Change changed(Step<Long> step) throws IOException {
        try {
            return new Change.Stored(step.on(connection.keyValue(bucket)));
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
                return new Change.Outdated();
            }
            throw refused(e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private <T> T with(Step<T> step) throws IOException {
        try {
            return step.on(connection.keyValue(bucket));
        } catch (JetStreamApiException e) {
            throw refused(e);
        } catch (InterruptedException e) {
            throw stopped(e);
        }
    }

    private IOException refused(JetStreamApiException e) {
        return new IOException("bucket " + bucket + " refused: " + e.getErrorDescription(), e);
    }

    private IOException stopped(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("bucket " + bucket + " was given up", e);
    }

    private static Revision revision(KeyValueEntry entry) {
        boolean there = entry.getOperation() == KeyValueOperation.PUT;
        return new Revision(entry.getRevision(), entry.getCreated().toInstant(), there ? entry.getValue() : null);
    }

    /** A call to the bucket. */
    @FunctionalInterface
    private interface Step<T> {
        T on(KeyValue store) throws IOException, JetStreamApiException, InterruptedException;
    }
}
