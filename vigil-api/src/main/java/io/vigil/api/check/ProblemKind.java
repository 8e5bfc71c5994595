package io.vigil.api.check;

import java.util.Locale;

/** Every way a request can fail. Constants are part of the contract: their codes and types never change. */
public enum ProblemKind {
    /** The body is not JSON: send a JSON object in UTF-8. */
    MALFORMED_JSON(400, "The body is not valid JSON"),
    /** Fields are missing or out of range: see {@code errors}. */
    INVALID_REQUEST(400, "The request is not valid"),
    /** Anything else that is wrong with the HTTP request itself. */
    BAD_REQUEST(400, "The request cannot be understood"),
    /** No key was sent, or none that is accepted. */
    UNAUTHORIZED(401, "A key is needed"),
    /** The key does not allow this: see {@code detail} for the scope. */
    FORBIDDEN(403, "The key does not allow this"),
    /** No such path. */
    NOT_FOUND(404, "There is nothing here"),
    /** Nothing is kept for the request that is to be restored, or no longer. */
    REDACTION_NOT_FOUND(404, "Nothing is kept for this request"),
    /** There is no such key, or it belongs to another tenant. */
    KEY_NOT_FOUND(404, "There is no such key"),
    /** The event log has no such event, or it belongs to another tenant. */
    EVENT_NOT_FOUND(404, "There is no such event"),
    /** No dead letter at this place, or another tenant's. */
    DEAD_LETTER_NOT_FOUND(404, "There is no such dead letter"),
    /** No such revision is kept. */
    REVISION_NOT_FOUND(404, "There is no such revision"),
    /** No family of patterns has this name. */
    FAMILY_NOT_FOUND(404, "There is no such family"),
    /** No result of this id is kept for the caller, or no longer. */
    RESULT_NOT_FOUND(404, "There is no such result"),
    /** The path exists, but not with this method: see the header {@code Allow}. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** Answers are {@code application/json}. */
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    /** The dead letter was sent back too often to be sent back without force. */
    DEAD_LETTER_PARKED(409, "The dead letter is parked"),
    /** A request with the same {@code Idempotency-Key} is being worked on: try again later. */
    IDEMPOTENCY_IN_FLIGHT(409, "The first request with this key is not finished"),
    /** Another revision holds than the one in {@code If-Match}: read it again. */
    PRECONDITION_FAILED(412, "Somebody else changed it"),
    /** The body is larger than the gateway reads. */
    BODY_TOO_LARGE(413, "The body is too large"),
    /** The answer would be larger than a message may be: send the text in parts. */
    ANSWER_TOO_LARGE(413, "The answer is too large"),
    /** The answer would take more time, memory or rows than one query may: ask for a shorter time range. */
    QUERY_TOO_LARGE(413, "The query asks for too much"),
    /** Bodies are {@code application/json}. */
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
    /** The {@code Idempotency-Key} was used for another request: use a new one. */
    IDEMPOTENCY_MISMATCH(422, "The key belongs to another request"),
    /** A change must say in {@code If-Match} what it was made for. */
    PRECONDITION_REQUIRED(428, "The header If-Match is missing"),
    /** More than the key or its tenant may send: try again after the given time. */
    RATE_LIMITED(429, "Too much was sent"),
    /** A fault of the gateway: the log has the request id. */
    INTERNAL_ERROR(500, "Something went wrong"),
    /** The pipeline answered with something that is no decision on this request. */
    BAD_DECISION(502, "The decision could not be read"),
    /** A PII worker answered with something that is no answer. */
    BAD_ANSWER(502, "The answer could not be read"),
    /** Too many requests are open: try again later. */
    OVERLOADED(503, "The gateway is at its limit"),
    /** The work queue is full: try again later. */
    QUEUE_FULL(503, "The work queue is full"),
    /** The work queue cannot be reached: try again later. */
    QUEUE_UNAVAILABLE(503, "The work queue is not available"),
    /** The gateway is being stopped: try again, another one will answer. */
    STOPPING(503, "The gateway is stopping"),
    /** No PII worker can take the request: try again later. */
    PII_UNAVAILABLE(503, "Personal data cannot be looked for now"),
    /** A change of a key could not be stored, or not be audited: try again. */
    KEYS_UNAVAILABLE(503, "Keys cannot be changed now"),
    /** Nobody can read the event log now: try again later. */
    EVENTS_UNAVAILABLE(503, "The event log cannot be read now"),
    /** No detection worker can be asked about patterns: try again later. */
    PATTERNS_UNAVAILABLE(503, "The patterns cannot be asked about now"),
    /** No decision came in time; the text must be treated as not checked. */
    DECISION_TIMEOUT(504, "No decision in time"),
    /** No PII worker answered in time. */
    PII_TIMEOUT(504, "No answer about personal data in time"),
    /** The event log did not answer in time. */
    EVENTS_TIMEOUT(504, "No answer of the event log in time"),
    /** No detection worker answered about patterns in time. */
    PATTERNS_TIMEOUT(504, "No answer about patterns in time");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status code. */
    public int status() {
        return status;
    }

    /** The same for every occurrence, RFC 9457 §3.1.3. */
    public String title() {
        return title;
    }

    /** Short name for programs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Stable identifier, RFC 9457 §3.1.1. A name, not an address: there is nothing to fetch. */
    public String type() {
        return "urn:vigil:problem:" + code().replace('_', '-');
    }
}
