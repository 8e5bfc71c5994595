package io.vigil.wire;

import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Failure;
import io.vigil.message.Submission;
import io.vigil.message.VigilMessage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Frames to messages. Never throws on bad input. */
public final class FrameReader<T extends VigilMessage> {

    private static final Pattern REPLY_TO = Pattern.compile("(vigil\\.responses|_INBOX)(\\.[A-Za-z0-9_-]{1,100}){1,4}");
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9_-]{0,64}");

    private final MessageCodec codec;
    private final Class<T> type;
    private final Set<String> routable;

    /**
     * A reader for one stage.
     *
     * @param type what the bodies decode to
     * @param routable subjects that the stage works on
     */
    public FrameReader(MessageCodec codec, Class<T> type, Set<String> routable) {
        this.codec = codec;
        this.type = type;
        this.routable = Set.copyOf(routable);
    }

    /** Reads a delivered frame. */
    public Received<T> read(Frame frame, Arrival arrival) {
        if (!routable.contains(frame.subject())) {
            return refused(DeadLetterReason.UNROUTABLE, "no stage works on this subject");
        }
        String version = frame.headers().getOrDefault(HeaderNames.EVENT_VERSION, "1");
        if (!version.equals(String.valueOf(MessageCodec.VERSION))) {
            return refused(DeadLetterReason.UNKNOWN_VERSION, "schema version is not " + MessageCodec.VERSION);
        }
        return switch (codec.decode(frame.body(), type)) {
            case Decoded.Malformed<T>(String field, String detail) ->
                refused(DeadLetterReason.MALFORMED, field.isEmpty() ? detail : field + ": " + detail);
            case Decoded.Ok<T>(T message) -> withEnvelope(message, frame, arrival);
        };
    }

    private Received<T> withEnvelope(T message, Frame frame, Arrival arrival) {
        Map<String, String> headers = frame.headers();
        String replyTo = headers.get(HeaderNames.REPLY_TO);
        if (replyTo != null && !REPLY_TO.matcher(replyTo).matches()) {
            return refused(DeadLetterReason.MALFORMED, HeaderNames.REPLY_TO + ": not a subject for answers");
        }
        String tenant = headers.getOrDefault(HeaderNames.TENANT, "");
        if (!TENANT.matcher(tenant).matches()) {
            return refused(DeadLetterReason.MALFORMED, HeaderNames.TENANT + ": not a tenant");
        }
        Optional<ResultRoute> result =
                ResultRoute.of(headers.getOrDefault(HeaderNames.RESULT, ResultRoute.NONE.wireName()));
        if (result.isEmpty()) {
            return refused(DeadLetterReason.MALFORMED, HeaderNames.RESULT + ": not a way for results");
        }
        String unnamed = arrival.stream() + "-" + arrival.sequence();
        try {
            return new Received.Accepted<>(
                    message,
                    new Envelope(
                            requestId(headers.get(HeaderNames.CORRELATION_ID), message.requestId(), unnamed),
                            headers.getOrDefault(HeaderNames.MESSAGE_ID, unnamed),
                            frame.subject(),
                            arrival.sequence(),
                            arrival.storedAt(),
                            arrival.attempt(),
                            tenant,
                            replyTo,
                            deadline(headers.get(HeaderNames.DEADLINE)),
                            result.get(),
                            trace(headers)));
        } catch (DateTimeParseException e) {
            return refused(DeadLetterReason.MALFORMED, HeaderNames.DEADLINE + ": not an RFC 3339 instant");
        }
    }

    private static String requestId(@Nullable String correlation, @Nullable String inBody, String unnamed) {
        if (correlation != null && Submission.isRequestId(correlation)) {
            return correlation;
        }
        return inBody == null ? unnamed : inBody;
    }

    private static @Nullable Instant deadline(@Nullable String header) {
        return header == null ? null : Instant.parse(header);
    }

    private static Map<String, String> trace(Map<String, String> headers) {
        var trace = new HashMap<String, String>();
        for (String name : new String[] {HeaderNames.TRACEPARENT, HeaderNames.TRACESTATE}) {
            String value = headers.get(name);
            if (value != null) {
                trace.put(name, value);
            }
        }
        return trace;
    }

    private static <T> Received<T> refused(DeadLetterReason reason, String detail) {
        return new Received.Refused<>(reason, Failure.permanentFailure("UnreadableMessage", detail));
    }
}
