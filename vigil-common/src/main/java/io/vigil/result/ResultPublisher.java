package io.vigil.result;

import io.vigil.connection.Published;
import io.vigil.connection.StreamPublisher;
import io.vigil.delivery.DeadLetterReason;
import io.vigil.message.AnalysisResult;
import io.vigil.message.GuardDecision;
import io.vigil.message.VigilMessage;
import io.vigil.topology.Subjects;
import io.vigil.wire.Arrival;
import io.vigil.wire.Envelope;
import io.vigil.wire.Frame;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.MessageCodec;
import io.vigil.wire.ResultRoute;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts results into their bucket, and into the stream of callbacks where the caller named an address. A bucket is a
 * stream: a put is a publish that waits for its confirmation, and a repeated one is swallowed. Thread-safe; blocks.
 */
public final class ResultPublisher {

    private static final Published NOTHING_TO_DO = new Published.Stored(0, true);

    private final StreamPublisher publisher;
    private final MessageCodec codec;
    private final InstantSource clock;

    /**
     * A publisher of results.
     *
     * @param clock says when a request ended
     */
    public ResultPublisher(StreamPublisher publisher, MessageCodec codec, InstantSource clock) {
        this.publisher = publisher;
        this.codec = codec;
        this.clock = clock;
    }

    /** Keeps an answer, where its request asks for it and the answer is a decision. */
    public Published kept(VigilMessage answer, Envelope cause) {
        if (cause.result() == ResultRoute.NONE || !(answer instanceof GuardDecision decision)) {
            return NOTHING_TO_DO;
        }
        var headers = headers(cause.requestId(), cause.tenant());
        headers.putAll(cause.trace());
        return publish(
                AnalysisResult.done(decision, cause.tenant(), clock.instant()),
                cause.requestId() + ".result",
                headers,
                cause.result());
    }

    /** Says that a request was given up, where somebody comes for its result and there is none yet. */
    public Published failed(Frame original, Arrival arrival, DeadLetterReason reason) {
        Map<String, String> from = original.headers();
        String requestId = from.getOrDefault(HeaderNames.CORRELATION_ID, "");
        ResultRoute route = ResultRoute.of(from.getOrDefault(HeaderNames.RESULT, ResultRoute.NONE.wireName()))
                .orElse(ResultRoute.NONE);
        if (route == ResultRoute.NONE || requestId.isEmpty()) {
            return NOTHING_TO_DO;
        }
        String tenant = from.getOrDefault(HeaderNames.TENANT, "");
        var headers = headers(requestId, tenant);
        headers.put(HeaderNames.EXPECTED_LAST_SUBJECT_SEQUENCE, "0");
        return publish(
                AnalysisResult.failed(requestId, tenant, reason.wireName(), clock.instant()),
                arrival.stream() + "-" + arrival.sequence() + ".result",
                headers,
                route);
    }

    private Published publish(AnalysisResult result, String messageId, Map<String, String> headers, ResultRoute route) {
        byte[] body = codec.encode(result);
        headers.put(HeaderNames.MESSAGE_ID, messageId);
        Published kept = publisher.publish(new Frame(Subjects.result(result.requestId()), headers, body));
        if (route != ResultRoute.CALL_BACK
                || !(kept instanceof Published.Stored(long sequence, boolean ignored))
                || sequence == 0) {
            return kept;
        }
        headers.remove(HeaderNames.EXPECTED_LAST_SUBJECT_SEQUENCE);
        headers.put(HeaderNames.MESSAGE_ID, messageId + ".callback");
        return publisher.publish(new Frame(Subjects.CALLBACK, headers, body));
    }

    private static Map<String, String> headers(String requestId, String tenant) {
        var headers = new HashMap<String, String>();
        headers.put(HeaderNames.CORRELATION_ID, requestId);
        headers.put(HeaderNames.EVENT_VERSION, String.valueOf(MessageCodec.VERSION));
        if (!tenant.isEmpty()) {
            headers.put(HeaderNames.TENANT, tenant);
        }
        return headers;
    }
}
