package io.vigil.deadletter;

import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Failure;
import io.vigil.topology.Subjects;
import io.vigil.wire.Arrival;
import io.vigil.wire.Frame;
import io.vigil.wire.HeaderNames;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * A message that was given up, as it stands in the dead-letter stream.
 *
 * @param sequence its place in the dead-letter stream
 * @param storedAt when it got there
 * @param frame headers and body as stored
 */
public record DeadLetter(long sequence, Instant storedAt, Frame frame) {

    /** Written by the server where it delivers headers alone. */
    private static final String SIZE_WITHOUT_BODY = "Nats-Msg-Size";

    /** The frame that stores a dead letter. Its message id names the original's place, so that it is stored once. */
    static Frame frameOf(Frame original, Arrival arrival, String consumer, DeadLetterReason reason, Failure failure) {
        var headers = new HashMap<>(original.headers());
        // What the publisher asked of the server (expected stream, TTL, ...) was about the original's stream.
        headers.keySet().removeIf(name -> name.startsWith("Nats-"));
        String place = arrival.stream() + "-" + arrival.sequence();
        headers.put(HeaderNames.DLQ_MESSAGE_ID, original.headers().getOrDefault(HeaderNames.MESSAGE_ID, place));
        headers.put(HeaderNames.MESSAGE_ID, place + ".dlq");
        headers.put(HeaderNames.DLQ_REASON, reason.wireName());
        headers.put(HeaderNames.DLQ_ERROR_CLASS, failure.errorClass());
        headers.put(HeaderNames.DLQ_ERROR, failure.detail());
        headers.put(HeaderNames.DLQ_STREAM, arrival.stream());
        headers.put(HeaderNames.DLQ_SUBJECT, original.subject());
        headers.put(HeaderNames.DLQ_SEQUENCE, String.valueOf(arrival.sequence()));
        headers.put(HeaderNames.DLQ_CONSUMER, consumer);
        headers.put(HeaderNames.DLQ_ATTEMPTS, String.valueOf(arrival.attempt()));
        headers.put(HeaderNames.DLQ_FIRST_SEEN, arrival.storedAt().toString());
        headers.putIfAbsent(HeaderNames.DLQ_REDRIVES, "0");
        return new Frame(Subjects.deadLetter(consumer, original.subject()), headers, original.body());
    }

    /** The message that gives the original another chance: same body, same request, a new message id, nobody waiting. */
    Frame redriveFrame() {
        var headers = new HashMap<>(frame.headers());
        int redrive = redrives() + 1;
        headers.put(HeaderNames.MESSAGE_ID, headers.getOrDefault(HeaderNames.DLQ_MESSAGE_ID, place()) + ".r" + redrive);
        headers.keySet().removeIf(name -> name.startsWith("Vigil-Dlq-") || name.startsWith("Nats-Expected-"));
        headers.remove(HeaderNames.DEADLINE);
        headers.remove(HeaderNames.REPLY_TO);
        headers.put(HeaderNames.DLQ_REDRIVES, String.valueOf(redrive));
        return new Frame(originalSubject(), headers, frame.body());
    }

    /** Subject of the original. */
    public String originalSubject() {
        return header(HeaderNames.DLQ_SUBJECT);
    }

    /** Why it was given up, as a code of {@link DeadLetterReason}. */
    public String reason() {
        return header(HeaderNames.DLQ_REASON);
    }

    /** What happened; never text of the request. */
    public String error() {
        return header(HeaderNames.DLQ_ERROR);
    }

    /** The request it belongs to; empty where the original did not say. */
    public String requestId() {
        return header(HeaderNames.CORRELATION_ID);
    }

    /** Whose message it is; empty without tenants. */
    public String tenant() {
        return header(HeaderNames.TENANT);
    }

    /** Class of the error that it was given up for. */
    public String errorClass() {
        return header(HeaderNames.DLQ_ERROR_CLASS);
    }

    /** Stream of the original. */
    public String originalStream() {
        return header(HeaderNames.DLQ_STREAM);
    }

    /** Whether the body was read too. */
    boolean whole() {
        return !frame.headers().containsKey(SIZE_WITHOUT_BODY);
    }

    /** Bytes of the body, also where only the headers were read. */
    public int bodySize() {
        return frame.body().length > 0 ? frame.body().length : number(SIZE_WITHOUT_BODY);
    }

    /** Durable consumer that gave it up. */
    public String consumer() {
        return header(HeaderNames.DLQ_CONSUMER);
    }

    /** Number of deliveries before giving up; 0 where unreadable. */
    public int attempts() {
        return number(HeaderNames.DLQ_ATTEMPTS);
    }

    /** How often it was sent back so far; 0 where unreadable. */
    public int redrives() {
        return number(HeaderNames.DLQ_REDRIVES);
    }

    /** When the original was stored; when the dead letter was stored where that is unreadable. */
    public Instant firstSeen() {
        try {
            return Instant.parse(header(HeaderNames.DLQ_FIRST_SEEN));
        } catch (DateTimeParseException e) {
            return storedAt;
        }
    }

    /** All headers. */
    public Map<String, String> headers() {
        return frame.headers();
    }

    private String place() {
        return header(HeaderNames.DLQ_STREAM) + "-" + header(HeaderNames.DLQ_SEQUENCE);
    }

    private String header(String name) {
        return frame.headers().getOrDefault(name, "");
    }

    private int number(String name) {
        String value = header(name);
        return value.matches("\\d{1,8}") ? Integer.parseInt(value) : 0;
    }
}
