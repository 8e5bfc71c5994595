package io.vigil.topology;

import static java.util.Objects.requireNonNullElse;

import io.nats.client.api.CompressionOption;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;

/** Specs to the client library's configurations, and back. */
final class StreamConfigurations {

    private StreamConfigurations() {}

    static StreamConfiguration from(StreamSpec spec) {
        return onto(StreamConfiguration.builder().name(spec.name()).storageType(StorageType.File), spec);
    }

    /** Keeps what the server holds beyond the spec, e.g. placement or metadata. */
    static StreamConfiguration onto(StreamConfiguration existing, StreamSpec spec) {
        return onto(StreamConfiguration.builder(existing), spec);
    }

    private static StreamConfiguration onto(StreamConfiguration.Builder builder, StreamSpec spec) {
        return builder.subjects(spec.subjects())
                .retentionPolicy(
                        spec.retention() == StreamSpec.Retention.WORK_QUEUE
                                ? RetentionPolicy.WorkQueue
                                : RetentionPolicy.Limits)
                .discardPolicy(spec.refusesWhenFull() ? DiscardPolicy.New : DiscardPolicy.Old)
                .maxAge(spec.maxAge())
                .maxBytes(spec.maxBytes())
                .maxMessages(spec.maxMessages())
                .maximumMessageSize(spec.maxMessageBytes())
                .duplicateWindow(spec.duplicateWindow())
                .compressionOption(spec.compressed() ? CompressionOption.S2 : CompressionOption.None)
                .replicas(spec.replicas())
                .build();
    }

    static StreamSpec toSpec(StreamConfiguration configuration) {
        return new StreamSpec(
                configuration.getName(),
                configuration.getSubjects(),
                configuration.getRetentionPolicy() == RetentionPolicy.WorkQueue
                        ? StreamSpec.Retention.WORK_QUEUE
                        : StreamSpec.Retention.LIMITS,
                configuration.getDiscardPolicy() == DiscardPolicy.New,
                configuration.getMaxAge(),
                configuration.getMaxBytes(),
                configuration.getMaxMsgs(),
                configuration.getMaximumMessageSize(),
                requireNonNullElse(configuration.getDuplicateWindow(), Duration.ZERO),
                configuration.getCompressionOption() == CompressionOption.S2,
                configuration.getReplicas());
    }
}
