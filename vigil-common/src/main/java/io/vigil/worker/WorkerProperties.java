package io.vigil.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a worker works.
 *
 * @param maxInFlight messages worked on at a time; sets the semaphore, the pull batch and the consumer's max-ack-pending
 * @param replicas processes that share the consumer at most; multiplies max-ack-pending
 * @param pullExpiry how long one pull waits for messages; also how long a stop waits for the open pull
 * @param publishPatience how long to try to publish a result, e.g. while the stream elects a leader
 * @param drainTimeout how long a stop waits for messages in flight
 * @param maxWork how long one message may take before the server may deliver it to somebody else
 */
@Validated
@ConfigurationProperties("vigil.worker")
public record WorkerProperties(
        @DefaultValue("64") int maxInFlight,
        @DefaultValue("1") int replicas,
        @DefaultValue("2s") Duration pullExpiry,
        @DefaultValue("15s") Duration publishPatience,
        @DefaultValue("20s") Duration drainTimeout,
        @DefaultValue("5m") Duration maxWork) {

    public WorkerProperties {
        range("vigil.worker.max-in-flight", maxInFlight, 1, 10_000);
        range("vigil.worker.replicas", replicas, 1, 1_000);
        range("vigil.worker.pull-expiry (seconds)", pullExpiry.toSeconds(), 1, 30);
        range("vigil.worker.publish-patience (seconds)", publishPatience.toSeconds(), 1, 300);
        range("vigil.worker.drain-timeout (seconds)", drainTimeout.toSeconds(), 1, 600);
        range("vigil.worker.max-work (seconds)", maxWork.toSeconds(), 1, 7 * 24 * 3600);
    }

    /** The same with another bound on messages worked on at a time. */
    WorkerProperties withMaxInFlight(int bound) {
        return new WorkerProperties(bound, replicas, pullExpiry, publishPatience, drainTimeout, maxWork);
    }

    private static void range(String key, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(key + " must be " + min + " to " + max + ", but is " + value);
        }
    }
}
