package io.vigil.api.extension;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.StorageType;
import io.vigil.topology.Streams;
import io.vigil.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.core.JacksonException;

/**
 * A bootstrap token that is used once over all gateways: the bucket has one entry under the token's hash, and only the
 * first to change it is granted. A gateway that starts again with the same token finds it as old and as used as it was.
 */
public final class BucketBootstrap implements Bootstrap {

    private static final int WRONG_LAST_SEQUENCE = 10071;

    private final KeyValue bucket;
    private final TokenHash token;
    private final Duration timeToLive;
    private final InstantSource clock;

    private BucketBootstrap(KeyValue bucket, TokenHash token, Duration timeToLive, InstantSource clock) {
        this.bucket = bucket;
        this.token = token;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    /**
     * What is known about a token.
     *
     * @param issuedAt when a gateway first had it
     */
    private record State(Instant issuedAt, boolean used) {}

    /**
     * Opens the bucket, creates it where there is none, and makes the token known.
     *
     * @param timeToLive from the first start with this token
     * @param replicas copies of the bucket on a cluster
     * @throws IOException the server did not answer, or refused
     */
    public static BucketBootstrap open(
            Connection connection, String token, Duration timeToLive, int replicas, InstantSource clock)
            throws IOException {
        try {
            var buckets = connection.keyValueManagement();
            if (!buckets.getBucketNames().contains(Streams.EXTENSION_BUCKET)) {
                var _ = buckets.create(KeyValueConfiguration.builder()
                        .name(Streams.EXTENSION_BUCKET)
                        .description("Bootstrap tokens of the browser extension, by their hashes")
                        .maxHistoryPerKey(1)
                        .storageType(StorageType.File)
                        .replicas(replicas)
                        .build());
            }
            var bootstrap = new BucketBootstrap(
                    connection.keyValue(Streams.EXTENSION_BUCKET), TokenHash.of(token), timeToLive, clock);
            bootstrap.introduce();
            return bootstrap;
        } catch (JetStreamApiException e) {
            throw new IOException("cannot open bucket " + Streams.EXTENSION_BUCKET, e);
        }
    }

    private void introduce() throws IOException, JetStreamApiException {
        try {
            var _ = bucket.create(token.hex(), json(new State(clock.instant(), false)));
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() != WRONG_LAST_SEQUENCE) {
                throw e;
            }
        }
    }

    @Override
    public Use use(String candidate) throws IOException {
        if (!token.isOf(candidate)) {
            return Use.INVALID_TOKEN;
        }
        try {
            KeyValueEntry entry = bucket.get(token.hex());
            byte[] value = entry == null ? null : entry.getValue();
            return value == null ? Use.EXPIRED : use(state(value), entry.getRevision());
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.EXTENSION_BUCKET + " gave nothing", e);
        }
    }

    private Use use(State state, long revision) throws IOException, JetStreamApiException {
        if (state.used()) {
            return Use.ALREADY_USED;
        }
        if (state.issuedAt().plus(timeToLive).isBefore(clock.instant())) {
            return Use.EXPIRED;
        }
        try {
            var _ = bucket.update(token.hex(), json(new State(state.issuedAt(), true)), revision);
            return Use.GRANTED;
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() == WRONG_LAST_SEQUENCE) {
                return Use.ALREADY_USED;
            }
            throw e;
        }
    }

    private static byte[] json(State state) {
        return Json.mapper().writeValueAsBytes(state);
    }

    private static State state(byte[] json) throws IOException {
        try {
            return Json.mapper().readValue(json, State.class);
        } catch (JacksonException e) {
            throw new IOException("bucket " + Streams.EXTENSION_BUCKET + " holds something else", e);
        }
    }
}
