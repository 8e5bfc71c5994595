package io.vigil.worker;

import io.nats.client.Message;
import io.vigil.connection.NatsFrames;
import io.vigil.connection.Published;
import io.vigil.deadletter.DeadLetterPublisher;
import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Disposition;
import io.vigil.delivery.Failure;
import io.vigil.delivery.RetrySchedule;
import io.vigil.wire.Arrival;
import io.vigil.wire.Frame;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the server what becomes of a message: the only place that acknowledges. */
final class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final DeadLetterPublisher deadLetters;
    private final String consumer;
    private final RetrySchedule retries;

    Settlement(DeadLetterPublisher deadLetters, String consumer, RetrySchedule retries) {
        this.deadLetters = deadLetters;
        this.consumer = consumer;
        this.retries = retries;
    }

    void settle(Message message, Disposition disposition) {
        switch (disposition) {
            case Disposition.Ack ignored -> message.ack();
            case Disposition.NakAfter(Duration delay) -> {
                log.debug(
                        "{} tries message {} again in {}",
                        consumer,
                        message.metaData().streamSequence(),
                        delay);
                message.nakWithDelay(delay);
            }
            case Disposition.DeadLetterThenTerm(DeadLetterReason reason, Failure failure) ->
                giveUp(message, reason, failure);
        }
    }

    /** Where the dead letter cannot be stored the message stays: the sweeper finds it after its last delivery. */
    private void giveUp(Message message, DeadLetterReason reason, Failure failure) {
        Frame frame = NatsFrames.toFrame(message);
        Arrival arrival = NatsFrames.arrivalOf(message);
        switch (deadLetters.publish(frame, arrival, consumer, reason, failure)) {
            case Published.Stored ignored -> message.term();
            case Published.NotStored(Failure why) -> {
                log.warn("{} cannot store a dead letter yet: {}", consumer, why.detail());
                message.nakWithDelay(retries.delayAfter(arrival.attempt()));
            }
        }
    }
}
