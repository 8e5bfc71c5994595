package io.vigil.pii.vault;

import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.KeyValue;
import io.nats.client.KeyValueManagement;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.KeyValueEntry;
import io.nats.client.api.StorageType;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.util.unit.DataSize;

/** A vault in a key-value bucket: one encrypted entry for each owner, under the hash of its name. */
public final class BucketVault implements Vault {

    private final KeyValue bucket;
    private final Sealing sealing;

    private BucketVault(KeyValue bucket, Sealing sealing) {
        this.bucket = bucket;
        this.sealing = sealing;
    }

    /**
     * Limits of the bucket.
     *
     * @param timeToLive how long an entry is kept
     * @param maxBytes most that all entries may take; when full, no more is kept until others have expired
     * @param replicas copies on a cluster
     */
    public record Limits(Duration timeToLive, DataSize maxBytes, int replicas) {}

    /**
     * Opens the bucket; creates it where there is none, and changes its limits where they are others. A user who may not
     * change it can so still open it.
     *
     * @throws IOException the server did not answer, or refused
     */
    public static BucketVault open(Connection connection, Limits limits, Sealing sealing) throws IOException {
        var configuration = KeyValueConfiguration.builder()
                .name(Streams.PII_VAULT_BUCKET)
                .description("Values behind reversible tokens, encrypted")
                .maxHistoryPerKey(1)
                .ttl(limits.timeToLive())
                .maxBucketSize(limits.maxBytes().toBytes())
                .storageType(StorageType.File)
                .replicas(limits.replicas())
                .build();
        try {
            provision(connection.keyValueManagement(), configuration);
            return new BucketVault(connection.keyValue(Streams.PII_VAULT_BUCKET), sealing);
        } catch (JetStreamApiException e) {
            throw new IOException("cannot open bucket " + Streams.PII_VAULT_BUCKET, e);
        }
    }

    private static void provision(KeyValueManagement buckets, KeyValueConfiguration desired)
            throws IOException, JetStreamApiException {
        if (!buckets.getBucketNames().contains(Streams.PII_VAULT_BUCKET)) {
            var _ = buckets.create(desired);
            return;
        }
        var actual = buckets.getStatus(Streams.PII_VAULT_BUCKET).getConfiguration();
        boolean same = Objects.equals(actual.getTtl(), desired.getTtl())
                && actual.getMaxBucketSize() == desired.getMaxBucketSize()
                && actual.getReplicas() == desired.getReplicas();
        if (!same) {
            var _ = buckets.update(desired);
        }
    }

    @Override
    public void keep(Owner owner, Map<String, String> originals) throws IOException {
        try {
            var _ = bucket.put(key(owner), sealing.seal(owner, originals));
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.PII_VAULT_BUCKET + " took nothing", e);
        }
    }

    @Override
    public Optional<Map<String, String>> open(Owner owner) throws IOException {
        try {
            KeyValueEntry entry = bucket.get(key(owner));
            byte[] sealed = entry == null ? null : entry.getValue();
            return sealed == null ? Optional.empty() : sealing.open(owner, sealed);
        } catch (JetStreamApiException e) {
            throw new IOException("bucket " + Streams.PII_VAULT_BUCKET + " gave nothing", e);
        }
    }

    /** A request id may have characters that a key must not have. */
    private static String key(Owner owner) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(owner.name().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no SHA-256", e);
        }
    }
}
