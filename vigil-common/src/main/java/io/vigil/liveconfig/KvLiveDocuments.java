package io.vigil.liveconfig;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.KeyValueOperation;
import io.nats.client.api.KeyValueWatcher;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Follows all keys of a bucket. */
public final class KvLiveDocuments implements LiveDocuments, KeyValueWatcher {

    private static final int LOAD_SECONDS = 10;

    private final CountDownLatch loaded = new CountDownLatch(1);
    private volatile State current = new State(0, Map.of());

    private KvLiveDocuments() {}

    /**
     * Follows a bucket; blocks until what it holds now has been read.
     *
     * @throws IOException it cannot be read
     * @throws InterruptedException the start was given up
     */
    public static LiveDocuments follow(Connection connection, String bucket) throws IOException, InterruptedException {
        var documents = new KvLiveDocuments();
        try {
            var _ = connection.keyValue(bucket).watchAll(documents);
        } catch (JetStreamApiException e) {
            throw new IOException("cannot watch bucket " + bucket, e);
        }
        if (!documents.loaded.await(LOAD_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("bucket " + bucket + " was not read within " + LOAD_SECONDS + " s");
        }
        return documents;
    }

    @Override
    public State current() {
        return current;
    }

    /** Called by one thread at a time. */
    @Override
    public void watch(KeyValueEntry entry) {
        var documents = new HashMap<>(current.documents());
        byte[] json = entry.getValue();
        if (entry.getOperation() == KeyValueOperation.PUT && json != null) {
            documents.put(entry.getKey(), new Document(entry.getRevision(), json));
        } else {
            documents.remove(entry.getKey());
        }
        current = new State(Math.max(current.revision(), entry.getRevision()), documents);
    }

    @Override
    public void endOfData() {
        loaded.countDown();
    }
}
