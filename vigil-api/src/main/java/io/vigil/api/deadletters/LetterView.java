package io.vigil.api.deadletters;

import io.vigil.deadletter.DeadLetter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter in a list. Nothing of the body: it holds the guarded text.
 *
 * @param seq its place in the dead-letter stream
 * @param storedAt when it was given up
 * @param firstSeen when the original was stored
 * @param consumer durable consumer that gave it up
 * @param reason a code of {@link io.vigil.delivery.DeadLetterReason}
 * @param errorClass class of the error
 * @param error what happened
 * @param stream stream of the original
 * @param subject subject of the original
 * @param tenant whose message it is; null without tenants
 * @param requestId the request it belongs to; null where the original did not say
 * @param attempts number of deliveries before giving up
 * @param redrives how often it was sent back so far
 * @param parked whether it was sent back as often as is allowed without force
 * @param size bytes of the body
 */
public record LetterView(
        long seq,
        Instant storedAt,
        Instant firstSeen,
        String consumer,
        String reason,
        String errorClass,
        String error,
        String stream,
        String subject,
        @Nullable String tenant,
        @Nullable String requestId,
        int attempts,
        int redrives,
        boolean parked,
        int size) {

    static LetterView of(DeadLetter letter, boolean parked) {
        return new LetterView(
                letter.sequence(),
                letter.storedAt(),
                letter.firstSeen(),
                letter.consumer(),
                letter.reason(),
                letter.errorClass(),
                letter.error(),
                letter.originalStream(),
                letter.originalSubject(),
                given(letter.tenant()),
                given(letter.requestId()),
                letter.attempts(),
                letter.redrives(),
                parked,
                letter.bodySize());
    }

    private static @Nullable String given(String value) {
        return value.isEmpty() ? null : value;
    }
}
