package io.vigil.logging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * How events are collected.
 *
 * @param batchSize most events in one insert; no more than the worker's in-flight bound has an effect
 * @param flushInterval how long an event waits for others at most; a plain number is in milliseconds
 * @param storeRawText whether the text as sent is stored where an event carries it, personal data included
 */
@Validated
@ConfigurationProperties("vigil.logging")
public record LoggingProperties(
        @DefaultValue("100") @Min(1) @Max(10_000) int batchSize,
        @DefaultValue("5s") @DurationUnit(ChronoUnit.MILLIS) Duration flushInterval,
        @DefaultValue("false") boolean storeRawText) {

    public LoggingProperties {
        if (flushInterval.toMillis() < 1 || flushInterval.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "vigil.logging.flush-interval must be 1ms to 1m, but is " + flushInterval);
        }
    }
}
