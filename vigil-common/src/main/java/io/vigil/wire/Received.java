package io.vigil.wire;

import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Failure;

/** What a delivered frame turned out to be. */
public sealed interface Received<T> {

    /** A message to work on. */
    record Accepted<T>(T message, Envelope envelope) implements Received<T> {}

    /** Nothing to work on, now or ever. */
    record Refused<T>(DeadLetterReason reason, Failure failure) implements Received<T> {}
}
