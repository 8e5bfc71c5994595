package io.vigil.api.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import io.nats.client.api.KeyValueWatcher;
import io.nats.client.api.StorageType;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keys in a bucket, {@code key.<id>}, and when each was used, {@code used.<id>}. Every gateway follows it. Thread-safe. */
public final class KeyStore {

    private static final Logger log = LoggerFactory.getLogger(KeyStore.class);
    private static final String KEY = "key.";
    private static final String USED = "used.";
    private static final int HISTORY = 8;
    private static final int LOAD_SECONDS = 10;
    private static final int WRONG_REVISION = 10071;
    private static final int MOST_TRIES = 10;

    private final KeyValue bucket;
    private final JsonMapper mapper;
    private final KeyRing ring;

    private KeyStore(KeyValue bucket, JsonMapper mapper, KeyRing ring) {
        this.bucket = bucket;
        this.mapper = mapper;
        this.ring = ring;
    }

    /**
     * Opens the bucket, creates it where there is none, and fills the ring; returns when it is full.
     *
     * @param replicas copies on a cluster
     * @throws IOException the server did not answer, or refused
     */
    public static KeyStore open(Connection connection, int replicas, JsonMapper mapper, KeyRing ring)
            throws IOException, InterruptedException {
        try {
            var buckets = connection.keyValueManagement();
            if (!buckets.getBucketNames().contains(Streams.KEYS_BUCKET)) {
                var _ = buckets.create(KeyValueConfiguration.builder()
                        .name(Streams.KEYS_BUCKET)
                        .description("API keys, as keyed hashes")
                        .maxHistoryPerKey(HISTORY)
                        .storageType(StorageType.File)
                        .replicas(replicas)
                        .build());
            }
            var store = new KeyStore(connection.keyValue(Streams.KEYS_BUCKET), mapper, ring);
            var follower = store.new Follower();
            var _ = store.bucket.watchAll(follower);
            follower.awaitLoaded();
            return store;
        } catch (JetStreamApiException e) {
            throw new IOException("cannot open bucket " + Streams.KEYS_BUCKET, e);
        }
    }

    /**
     * Keeps a new key.
     *
     * @return whether it was new; another key may have the same id
     */
    boolean create(ApiKey key) throws IOException {
        try {
            ring.put(key, bucket.create(KEY + key.id(), mapper.writeValueAsBytes(key)));
            return true;
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == WRONG_REVISION) {
                return false;
            }
            throw new IOException("bucket " + Streams.KEYS_BUCKET + " took nothing", e);
        }
    }

    /**
     * Changes a key as it is in the bucket, not as this gateway remembers it.
     *
     * @return the key afterwards, or null where there is none
     */
    @Nullable ApiKey change(String id, UnaryOperator<ApiKey> change) throws IOException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                KeyValueEntry entry = bucket.get(KEY + id);
                ApiKey stored = entry == null ? null : read(entry);
                if (stored == null) {
                    return null;
                }
                ApiKey changed = change.apply(stored);
                ring.put(changed, bucket.update(KEY + id, mapper.writeValueAsBytes(changed), entry.getRevision()));
                return changed;
            } catch (JetStreamApiException e) {
                if (e.getApiErrorCode() != WRONG_REVISION) {
                    throw new IOException("bucket " + Streams.KEYS_BUCKET + " took nothing", e);
                }
            }
        }
        throw new IOException("others change key " + id + " all the time");
    }

    /** Notes when a key was used. */
    void used(String id, Instant when) throws IOException {
        try {
            var _ = bucket.put(USED + id, when.toString().getBytes(US_ASCII));
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.KEYS_BUCKET + " took nothing", e);
        }
    }

    private @Nullable ApiKey read(KeyValueEntry entry) {
        byte[] json = entry.getValue();
        try {
            return json == null ? null : mapper.readValue(json, ApiKey.class);
        } catch (JacksonException e) {
            log.error("{} of bucket {} is no key and is left out", entry.getKey(), Streams.KEYS_BUCKET);
            return null;
        }
    }

    /** Takes every change of the bucket into the ring. */
    private final class Follower implements KeyValueWatcher {

        private final CountDownLatch loaded = new CountDownLatch(1);

        @Override
        public void watch(KeyValueEntry entry) {
            String name = entry.getKey();
            boolean put = entry.getOperation() == KeyValueOperation.PUT;
            if (name.startsWith(KEY)) {
                ApiKey key = put ? read(entry) : null;
                if (key == null) {
                    ring.remove(name.substring(KEY.length()));
                } else {
                    ring.put(key, entry.getRevision());
                }
            } else if (name.startsWith(USED) && put) {
                used(name.substring(USED.length()), entry.getValueAsString());
            }
        }

        private void used(String id, @Nullable String when) {
            try {
                ring.used(id, Instant.parse(when == null ? "" : when));
            } catch (DateTimeParseException e) {
                log.warn("the last use of key {} is no instant and is left out", id);
            }
        }

        @Override
        public void endOfData() {
            loaded.countDown();
        }

        void awaitLoaded() throws IOException, InterruptedException {
            if (!loaded.await(LOAD_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("bucket " + Streams.KEYS_BUCKET + " was not read within " + LOAD_SECONDS + " s");
            }
        }
    }
}
