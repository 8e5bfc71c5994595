package io.vigil.api;

import io.vigil.api.bulk.BulkLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of requests with many texts.
 *
 * @param maxInFlight rows that are checked at a time, over all bulk requests, 1 to 1000
 * @param maxRequests bulk requests that are worked on at a time, 1 to 100; beyond: 503
 * @param maxBody largest body of one of them, 1MB to 256MB: so much of each may be held in memory
 * @param timeout longest wait for the decision on one row, 1s to 5m
 */
@Validated
@ConfigurationProperties("vigil.api.bulk")
public record BulkProperties(
        @DefaultValue("16") int maxInFlight,
        @DefaultValue("4") int maxRequests,
        @DefaultValue("16MB") DataSize maxBody,
        @DefaultValue("30s") Duration timeout) {

    public BulkProperties {
        within("max-in-flight", maxInFlight, 1, 1_000);
        within("max-requests", maxRequests, 1, 100);
        within("max-body (megabytes)", maxBody.toMegabytes(), 1, 256);
        within("timeout (seconds)", timeout.toSeconds(), 1, 300);
    }

    BulkLimits limits(DataSize row) {
        return new BulkLimits(maxInFlight, maxRequests, maxBody.toBytes(), Math.toIntExact(row.toBytes()), timeout);
    }

    private static void within(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "vigil.api.bulk." + key + " must be " + min + " to " + max + ", but is " + value);
        }
    }
}
