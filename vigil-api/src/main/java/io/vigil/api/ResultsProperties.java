package io.vigil.api;

import io.vigil.api.results.ResultBucket;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How long results of requests that nobody waits for are there.
 *
 * @param timeToLive how long after it was accepted a request and its result can be asked for, 10m to 7d
 * @param maxBytes most that all results may take, 1MB or more; when full, no more is accepted
 */
@Validated
@ConfigurationProperties("vigil.api.results")
public record ResultsProperties(
        @DefaultValue("24h") Duration timeToLive,
        @DefaultValue("1GB") DataSize maxBytes) {

    public ResultsProperties {
        if (timeToLive.compareTo(Duration.ofMinutes(10)) < 0 || timeToLive.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "vigil.api.results.time-to-live must be 10m to 7d, but is " + timeToLive);
        }
        if (maxBytes.toMegabytes() < 1) {
            throw new IllegalArgumentException("vigil.api.results.max-bytes must be 1MB or more, but is " + maxBytes);
        }
    }

    ResultBucket.Limits limits(int replicas) {
        return new ResultBucket.Limits(timeToLive, maxBytes, replicas);
    }
}
