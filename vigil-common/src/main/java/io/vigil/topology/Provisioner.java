package io.vigil.topology;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.api.KeyValueConfiguration;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamInfo;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the broker into the shape that the code expects: creates what is missing, updates what may be updated, refuses
 * the rest; or, where this service's user may not do that, waits for whoever may. Idempotent; several services may do it at
 * the same time.
 */
public final class Provisioner {

    private static final Logger log = LoggerFactory.getLogger(Provisioner.class);
    private static final int STREAM_NOT_FOUND = 10059;
    private static final int CONFIG_HISTORY = 64;

    private final Connection connection;
    private final TopologyProperties sizes;
    private final ProvisioningMode mode;

    /** A provisioner that may do everything. */
    public Provisioner(Connection connection, TopologyProperties sizes) {
        this(connection, sizes, ProvisioningMode.MANAGE);
    }

    public Provisioner(Connection connection, TopologyProperties sizes, ProvisioningMode mode) {
        this.connection = connection;
        this.sizes = sizes;
        this.mode = mode;
    }

    /**
     * Creates, updates or awaits streams and buckets. A cluster that is still electing leaders is waited for.
     *
     * @throws DestructiveChangeException a stream differs in a way that could lose messages
     * @throws IOException the server did not answer, or refused
     */
    public void provision() throws IOException {
        for (StreamSpec spec : StreamSpecs.of(sizes)) {
            patiently("stream " + spec.name(), () -> provision(spec));
        }
        for (String bucket : List.of(Streams.CONFIG_BUCKET, Streams.PATTERNS_BUCKET)) {
            patiently("bucket " + bucket, () -> provisionDocuments(bucket));
        }
    }

    /**
     * Creates or updates a durable consumer.
     *
     * @param maxAckPending messages that may be out at a time, over all replicas of the worker
     * @throws IOException the server did not answer, or refused
     */
    public void provision(ConsumerSpec spec, int maxAckPending) throws IOException {
        var configuration = ConsumerConfiguration.builder()
                .durable(spec.name())
                .filterSubjects(spec.filters())
                .ackPolicy(AckPolicy.Explicit)
                .deliverPolicy(DeliverPolicy.All)
                .ackWait(spec.ackWait())
                .maxDeliver(spec.retries().maxAttempts())
                .maxAckPending(maxAckPending)
                .build();
        patiently(
                "consumer " + spec.name(),
                () -> connection.jetStreamManagement().addOrUpdateConsumer(spec.stream(), configuration));
    }

    private Object provision(StreamSpec desired) throws IOException, JetStreamApiException {
        JetStreamManagement management = connection.jetStreamManagement();
        StreamInfo existing;
        try {
            existing = management.getStreamInfo(desired.name());
        } catch (JetStreamApiException e) {
            if (e.getApiErrorCode() != STREAM_NOT_FOUND) {
                throw e;
            }
            mayCreate("stream " + desired.name());
            log.info("creating stream {}", desired.name());
            return management.addStream(StreamConfigurations.from(desired));
        }
        List<StreamDifference> differences =
                StreamDifference.between(StreamConfigurations.toSpec(existing.getConfiguration()), desired);
        if (differences.stream().anyMatch(StreamDifference::destructive)) {
            throw new DestructiveChangeException(desired.name(), differences);
        }
        if (!differences.isEmpty() && mode != ProvisioningMode.MANAGE) {
            log.warn("stream {} is not as this service is set, and stays so: {}", desired.name(), differences);
        } else if (!differences.isEmpty()) {
            log.info("updating stream {}: {}", desired.name(), differences);
            management.updateStream(StreamConfigurations.onto(existing.getConfiguration(), desired));
        }
        return existing;
    }

    private Object provisionDocuments(String bucket) throws IOException, JetStreamApiException {
        var buckets = connection.keyValueManagement();
        if (buckets.getBucketNames().contains(bucket)) {
            return buckets.getStatus(bucket);
        }
        mayCreate("bucket " + bucket);
        log.info("creating bucket {}", bucket);
        return buckets.create(KeyValueConfiguration.builder()
                .name(bucket)
                .maxHistoryPerKey(CONFIG_HISTORY)
                .storageType(StorageType.File)
                .replicas(sizes.replicas())
                .build());
    }

    private void mayCreate(String what) throws IOException {
        if (mode == ProvisioningMode.AWAIT) {
            throw new IOException(what + " is not there yet, and this service does not create it");
        }
    }

    private static void patiently(String what, Callable<Object> step) throws IOException {
        var retry = Retry.of(
                what,
                RetryConfig.custom()
                        .maxAttempts(60)
                        .intervalFunction(IntervalFunction.of(Duration.ofMillis(500)))
                        .retryOnException(Provisioner::isElection)
                        .build());
        try {
            retry.executeCallable(step);
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot provision " + what + ": " + e.getMessage(), e);
        }
    }

    /** No answer, or the cluster has no leader or too few peers yet: worth another try. */
    private static boolean isElection(Throwable error) {
        return switch (error) {
            case JetStreamApiException refused -> refused.getErrorCode() == 503 || refused.getApiErrorCode() == 10005;
            case IOException ignored -> true;
            default -> false;
        };
    }
}
