package io.vigil.wire;

import io.vigil.delivery.Emission;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Submission;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages to frames. */
public final class FrameWriter {

    private final MessageCodec codec;

    public FrameWriter(MessageCodec codec) {
        this.codec = codec;
    }

    /** The next message of a request: carries on who waits, until when, for whom and in which trace. */
    public Frame next(Emission.Stored emission, Envelope cause) {
        var headers = headers(cause.requestId(), emission.stage(), cause.tenant(), cause.replyTo(), cause.deadline());
        headers.put(HeaderNames.CAUSATION_ID, cause.messageId());
        // The event is about an answer that was given: nothing that happens to it may be told as the answer.
        if (cause.result() != ResultRoute.NONE && !(emission.body() instanceof DecisionEvent)) {
            headers.put(HeaderNames.RESULT, cause.result().wireName());
        }
        headers.putAll(cause.trace());
        return new Frame(emission.subject(), headers, codec.encode(emission.body()));
    }

    /** The answer to a request. */
    public Frame reply(Emission.Reply emission, Envelope cause, String replyTo) {
        var headers = new HashMap<String, String>();
        headers.put(HeaderNames.CORRELATION_ID, cause.requestId());
        headers.put(HeaderNames.EVENT_VERSION, String.valueOf(MessageCodec.VERSION));
        headers.putAll(cause.trace());
        return new Frame(replyTo, headers, codec.encode(emission.body()));
    }

    /**
     * A new request that nobody waits for.
     *
     * @param result where the answer goes
     * @param trace W3C trace context headers, possibly empty
     */
    public Frame submission(
            String subject,
            String requestId,
            Submission submission,
            String tenant,
            ResultRoute result,
            Map<String, String> trace) {
        var headers = headers(requestId, "submission", tenant, null, null);
        headers.put(HeaderNames.RESULT, result.wireName());
        headers.putAll(trace);
        return new Frame(subject, headers, codec.encode(submission));
    }

    /**
     * A new request.
     *
     * @param replyTo where the sender waits, or null
     * @param deadline instant after which nobody waits, or null
     * @param trace W3C trace context headers, possibly empty
     */
    public Frame submission(
            String subject,
            String requestId,
            Submission submission,
            String tenant,
            @Nullable String replyTo,
            @Nullable Instant deadline,
            Map<String, String> trace) {
        var headers = headers(requestId, "submission", tenant, replyTo, deadline);
        headers.putAll(trace);
        return new Frame(subject, headers, codec.encode(submission));
    }

    private static Map<String, String> headers(
            String requestId, String stage, String tenant, @Nullable String replyTo, @Nullable Instant deadline) {
        var headers = new HashMap<String, String>();
        headers.put(HeaderNames.MESSAGE_ID, requestId + "." + stage);
        headers.put(HeaderNames.CORRELATION_ID, requestId);
        headers.put(HeaderNames.EVENT_VERSION, String.valueOf(MessageCodec.VERSION));
        if (!tenant.isEmpty()) {
            headers.put(HeaderNames.TENANT, tenant);
        }
        if (replyTo != null) {
            headers.put(HeaderNames.REPLY_TO, replyTo);
        }
        if (deadline != null) {
            headers.put(HeaderNames.DEADLINE, deadline.toString());
        }
        return headers;
    }
}
