package io.vigil.logging.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What one question to the event log may cost.
 *
 * @param maxTime longest time of a query in ClickHouse, 1s to 60s, in whole seconds
 * @param maxMemory most memory of a query in ClickHouse, 64MB to 16GB
 * @param maxInFlight most questions that are worked on at a time
 */
@Validated
@ConfigurationProperties("vigil.logging.query")
public record QueryProperties(
        @DefaultValue("5s") Duration maxTime,
        @DefaultValue("1GB") DataSize maxMemory,
        @DefaultValue("8") @Min(1) @Max(256) int maxInFlight) {

    public QueryProperties {
        if (maxTime.toSeconds() < 1 || maxTime.compareTo(Duration.ofSeconds(60)) > 0) {
            throw new IllegalArgumentException("vigil.logging.query.max-time must be 1s to 60s, but is " + maxTime);
        }
        if (maxMemory.toMegabytes() < 64 || maxMemory.compareTo(DataSize.ofGigabytes(16)) > 0) {
            throw new IllegalArgumentException(
                    "vigil.logging.query.max-memory must be 64MB to 16GB, but is " + maxMemory);
        }
    }
}
