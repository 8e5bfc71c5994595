package io.vigil.wire;

/** Every header, in one place. Never a secret or user text in any of them. */
public final class HeaderNames {

    /** Deduplication id: {@code <request id>.<stage>}. Written by every publisher; read by the server. */
    public static final String MESSAGE_ID = "Nats-Msg-Id";

    /** The request id, from end to end. */
    public static final String CORRELATION_ID = "X-Correlation-Id";

    /** Id of the message that led to this one. */
    public static final String CAUSATION_ID = "X-Causation-Id";

    /** Schema version of the body, a whole number; missing means 1. */
    public static final String EVENT_VERSION = "X-Event-Version";

    /** Whose request it is; missing without tenants. */
    public static final String TENANT = "Vigil-Tenant";

    /** Public id of the key that asks a micro service to change something; for the audit trail. */
    public static final String ACTOR = "Vigil-Actor";

    /** Subject where the sender waits for the answer; missing when nobody waits. */
    public static final String REPLY_TO = "Vigil-Reply-To";

    /** RFC 3339 instant after which nobody waits. */
    public static final String DEADLINE = "Vigil-Deadline";

    /** Whether the answer is kept for whoever comes for it; missing when it is not: see {@link ResultRoute}. */
    public static final String RESULT = "Vigil-Result";

    /** W3C trace context. */
    public static final String TRACEPARENT = "traceparent";

    /** W3C trace context, vendor part. */
    public static final String TRACESTATE = "tracestate";

    /** Media type of the body; only public events say it. */
    public static final String CONTENT_TYPE = "content-type";

    /** Dead letters: a code of {@link io.vigil.delivery.DeadLetterReason}. */
    public static final String DLQ_REASON = "Vigil-Dlq-Reason";

    /** Dead letters: class of the error. */
    public static final String DLQ_ERROR_CLASS = "Vigil-Dlq-Error-Class";

    /** Dead letters: what happened, at most 200 characters, no text of the request. */
    public static final String DLQ_ERROR = "Vigil-Dlq-Error";

    /** Dead letters: message id of the original; the dead letter has one of its own. */
    public static final String DLQ_MESSAGE_ID = "Vigil-Dlq-Message-Id";

    /** Dead letters: stream of the original. */
    public static final String DLQ_STREAM = "Vigil-Dlq-Stream";

    /** Dead letters: subject of the original. */
    public static final String DLQ_SUBJECT = "Vigil-Dlq-Subject";

    /** Dead letters: stream sequence of the original. */
    public static final String DLQ_SEQUENCE = "Vigil-Dlq-Sequence";

    /** Dead letters: durable consumer that gave the message up. */
    public static final String DLQ_CONSUMER = "Vigil-Dlq-Consumer";

    /** Dead letters: number of deliveries before giving up. */
    public static final String DLQ_ATTEMPTS = "Vigil-Dlq-Attempts";

    /** Dead letters: RFC 3339 instant when the original was stored. */
    public static final String DLQ_FIRST_SEEN = "Vigil-Dlq-First-Seen";

    /** Dead letters and what is sent back: how often it was sent back so far. */
    public static final String DLQ_REDRIVES = "Vigil-Dlq-Redrives";

    /** Read by the server: 0 refuses what is not the first message of its subject. */
    public static final String EXPECTED_LAST_SUBJECT_SEQUENCE = "Nats-Expected-Last-Subject-Sequence";

    private HeaderNames() {}
}
