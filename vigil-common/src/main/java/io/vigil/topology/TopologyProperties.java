package io.vigil.topology;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Sizes of what is created on the broker.
 *
 * @param replicas copies of each stream and bucket: 1 on a laptop, 3 on a cluster
 * @param queueMaxBytes most the work queue may hold; when full, new requests are refused
 * @param requestsMaxBytes most the requests without a waiting caller may hold; when full, new ones are refused
 * @param deadLetterMaxBytes most the dead letters may hold; when full, the oldest go
 * @param eventsMaxBytes most the public events may hold; when full, the oldest go
 * @param auditMaxBytes most the audit trail may hold; when full, the oldest entries go
 * @param duplicateWindow how long the server remembers message ids
 */
@Validated
@ConfigurationProperties("vigil.topology")
public record TopologyProperties(
        @DefaultValue("1") int replicas,
        @DefaultValue("10GB") DataSize queueMaxBytes,
        @DefaultValue("500MB") DataSize requestsMaxBytes,
        @DefaultValue("1GB") DataSize deadLetterMaxBytes,
        @DefaultValue("1GB") DataSize eventsMaxBytes,
        @DefaultValue("1GB") DataSize auditMaxBytes,
        @DefaultValue("2m") Duration duplicateWindow) {

    public TopologyProperties {
        if (replicas != 1 && replicas != 3 && replicas != 5) {
            throw new IllegalArgumentException("vigil.topology.replicas must be 1, 3 or 5, but is " + replicas);
        }
        atLeastOneMegabyte("vigil.topology.queue-max-bytes", queueMaxBytes);
        atLeastOneMegabyte("vigil.topology.requests-max-bytes", requestsMaxBytes);
        atLeastOneMegabyte("vigil.topology.events-max-bytes", eventsMaxBytes);
        atLeastOneMegabyte("vigil.topology.audit-max-bytes", auditMaxBytes);
        atLeastOneMegabyte("vigil.topology.dead-letter-max-bytes", deadLetterMaxBytes);
        if (duplicateWindow.toSeconds() < 1 || duplicateWindow.toHours() > 24) {
            throw new IllegalArgumentException(
                    "vigil.topology.duplicate-window must be 1s to 24h, but is " + duplicateWindow);
        }
    }

    private static void atLeastOneMegabyte(String key, DataSize value) {
        if (value.toMegabytes() < 1) {
            throw new IllegalArgumentException(key + " must be 1MB or more, but is " + value);
        }
    }
}
