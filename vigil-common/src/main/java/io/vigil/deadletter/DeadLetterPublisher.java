package io.vigil.deadletter;

import io.micrometer.core.instrument.MeterRegistry;
import io.vigil.connection.Published;
import io.vigil.connection.StreamPublisher;
import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Failure;
import io.vigil.result.ResultPublisher;
import io.vigil.telemetry.Meters;
import io.vigil.wire.Arrival;
import io.vigil.wire.Frame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores dead letters. The original may be ended only after that. */
public final class DeadLetterPublisher {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterPublisher.class);

    private final StreamPublisher publisher;
    private final ResultPublisher results;
    private final MeterRegistry meters;

    public DeadLetterPublisher(StreamPublisher publisher, ResultPublisher results, MeterRegistry meters) {
        this.publisher = publisher;
        this.results = results;
        this.meters = meters;
    }

    /**
     * Stores a dead letter and waits for the confirmation; then whoever comes for the result is told.
     *
     * @param consumer durable consumer that gave the message up
     * @return {@link Published.NotStored} where the original must stay
     */
    public Published publish(
            Frame original, Arrival arrival, String consumer, DeadLetterReason reason, Failure failure) {
        Published published = publisher.publish(DeadLetter.frameOf(original, arrival, consumer, reason, failure));
        if (published instanceof Published.Stored(long sequence, boolean duplicate) && !duplicate) {
            meters.counter(Meters.DEAD_LETTERS, "stage", consumer, "reason", reason.wireName())
                    .increment();
            log.error(
                    "{} gave up message {} of {} on {} after {} deliveries: {} ({}); dead letter {}",
                    consumer,
                    arrival.sequence(),
                    arrival.stream(),
                    original.subject(),
                    arrival.attempt(),
                    reason.wireName(),
                    failure.detail(),
                    sequence);
        }
        return published instanceof Published.Stored
                ? told(published, results.failed(original, arrival, reason))
                : published;
    }

    /** A dead letter counts as stored when its result is too; stored again, it is still one dead letter. */
    private static Published told(Published deadLetter, Published result) {
        return result instanceof Published.NotStored ? result : deadLetter;
    }
}
