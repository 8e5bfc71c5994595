package io.vigil.publicevent;

import static java.util.Objects.requireNonNull;

/**
 * A message that a worker had given up was sent back to its stage.
 *
 * @param requestId the request it belongs to; empty where it did not say
 * @param sequence place of the dead letter in its stream
 * @param consumer durable consumer that had given it up
 * @param originalSubject where it was sent back to
 * @param deadLetterReason why it had been given up, as a code
 * @param redrives how often it was sent back, this time included
 * @param actor public id of the key that did it, or the name of a tool
 */
public record DeadLetterRedriven(
        String requestId,
        long sequence,
        String consumer,
        String originalSubject,
        String deadLetterReason,
        int redrives,
        String actor)
        implements PublicEvent {

    public DeadLetterRedriven {
        requireNonNull(requestId, "request_id");
        requireNonNull(consumer, "consumer");
        requireNonNull(originalSubject, "original_subject");
        requireNonNull(deadLetterReason, "dead_letter_reason");
        requireNonNull(actor, "actor");
    }

    @Override
    public String name() {
        return "dead_letter_redriven";
    }
}
