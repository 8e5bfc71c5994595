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
    /** No such path. */
    NOT_FOUND(404, "There is nothing here"),
    /** Nothing is kept for the request that is to be restored, or no longer. */
    REDACTION_NOT_FOUND(404, "Nothing is kept for this request"),
    /** The path exists, but not with this method: see the header {@code Allow}. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** Answers are {@code application/json}. */
    NOT_ACCEPTABLE(406, "No acceptable representation"),
    /** The body is larger than the gateway reads. */
    BODY_TOO_LARGE(413, "The body is too large"),
    /** The answer would be larger than a message may be: send the text in parts. */
    ANSWER_TOO_LARGE(413, "The answer is too large"),
    /** Bodies are {@code application/json}. */
    UNSUPPORTED_MEDIA_TYPE(415, "The content type is not supported"),
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
    /** No decision came in time; the text must be treated as not checked. */
    DECISION_TIMEOUT(504, "No decision in time"),
    /** No PII worker answered in time. */
    PII_TIMEOUT(504, "No answer about personal data in time");

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
