package io.vigil.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the kernel knows about a delivered message besides its body.
 *
 * @param requestId the request it belongs to, from end to end
 * @param messageId id of this message in the stream
 * @param subject where it was published
 * @param streamSequence its place in the stream
 * @param storedAt when the server stored it
 * @param attempt which delivery this is, from 1
 * @param tenant whose request it is; empty without tenants
 * @param replyTo where somebody waits for the answer, or null
 * @param deadline instant after which nobody waits, or null
 * @param result where the answer goes besides {@code replyTo}
 * @param trace W3C trace context headers to carry on, possibly empty
 */
public record Envelope(
        String requestId,
        String messageId,
        String subject,
        long streamSequence,
        Instant storedAt,
        long attempt,
        String tenant,
        @Nullable String replyTo,
        @Nullable Instant deadline,
        ResultRoute result,
        Map<String, String> trace) {

    public Envelope {
        trace = Map.copyOf(trace);
    }

    /** What the kernel knows about a message whose answer is kept nowhere. */
    public Envelope(
            String requestId,
            String messageId,
            String subject,
            long streamSequence,
            Instant storedAt,
            long attempt,
            String tenant,
            @Nullable String replyTo,
            @Nullable Instant deadline,
            Map<String, String> trace) {
        this(
                requestId,
                messageId,
                subject,
                streamSequence,
                storedAt,
                attempt,
                tenant,
                replyTo,
                deadline,
                ResultRoute.NONE,
                trace);
    }
}
