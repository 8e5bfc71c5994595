package io.vigil.delivery;

import io.vigil.message.VigilMessage;

/** A message that a stage sends on. The kernel sends emissions in order, before the cause is acknowledged. */
public sealed interface Emission {

    /** What is sent. */
    VigilMessage body();

    /**
     * Stored in the stream and confirmed by the server. Sent twice, it is kept once: its message id is
     * {@code <request id>.<stage>}.
     *
     * @param subject where to
     * @param stage name of the step that this message starts, e.g. {@code pii}; part of the message id
     */
    record Stored(String subject, String stage, VigilMessage body) implements Emission {}

    /** Sent to whoever waits for this request, if anybody does, and kept where somebody comes for it later. */
    record Reply(VigilMessage body) implements Emission {}
}
