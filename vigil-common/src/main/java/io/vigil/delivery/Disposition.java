package io.vigil.delivery;

import java.time.Duration;

/** How the kernel settles a message with the server. */
public sealed interface Disposition {

    /** The work is done. */
    record Ack() implements Disposition {}

    /** Deliver again after the delay. */
    record NakAfter(Duration delay) implements Disposition {}

    /** Publish a dead letter, wait until it is stored, then end the message. */
    record DeadLetterThenTerm(DeadLetterReason reason, Failure failure) implements Disposition {}
}
