package io.vigil.logging;

import io.vigil.worker.BatchLimits;
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
 * @param batchSize events that are enough for an insert
 * @param flushInterval how long an event waits for others at most; a plain number is in milliseconds
 * @param insertPause least time between two inserts, in which a batch grows up to ten times its size or half of the
 *     worker's in-flight bound; a plain number is in milliseconds
 * @param storeRawText whether the text as sent is stored where an event carries it, encrypted
 */
@Validated
@ConfigurationProperties("vigil.logging")
public record LoggingProperties(
        @DefaultValue("100") @Min(1) @Max(10_000) int batchSize,
        @DefaultValue("5s") @DurationUnit(ChronoUnit.MILLIS) Duration flushInterval,
        @DefaultValue("1s") @DurationUnit(ChronoUnit.MILLIS) Duration insertPause,
        @DefaultValue("false") boolean storeRawText) {

    private static final int GROWTH = 10;

    public LoggingProperties {
        if (flushInterval.toMillis() < 1 || flushInterval.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "vigil.logging.flush-interval must be 1ms to 1m, but is " + flushInterval);
        }
        if (insertPause.isNegative() || insertPause.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("vigil.logging.insert-pause must be 0 to 1m, but is " + insertPause);
        }
    }

    /**
     * When a batch goes.
     *
     * @param maxInFlight the worker's bound: a batch fills only from messages in flight, and the next one must be able to
     *     fill while it is written
     */
    BatchLimits batches(int maxInFlight) {
        int size = Math.min(batchSize, maxInFlight);
        int largest = Math.max(size, Math.min(GROWTH * batchSize, maxInFlight / 2));
        return new BatchLimits(size, largest, flushInterval, insertPause);
    }
}
