package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a request to a micro service has no answer.
 *
 * @param field the field at fault, in snake_case, or empty
 * @param detail what happened and what to do; never text of the request
 */
public record ServiceFault(Code code, String field, String detail) {

    /** Kinds of faults, with the status that HTTP has for them. */
    public enum Code {
        /** A field is missing or out of range, or asks for what these workers cannot do. */
        @JsonProperty("invalid_request")
        INVALID_REQUEST(400),
        /** Nothing is kept for this request, or no longer. */
        @JsonProperty("redaction_not_found")
        REDACTION_NOT_FOUND(404),
        /** There is no such family of patterns. */
        @JsonProperty("family_not_found")
        FAMILY_NOT_FOUND(404),
        /** The event log has no such event, or it belongs to another tenant. */
        @JsonProperty("event_not_found")
        EVENT_NOT_FOUND(404),
        /** The answer would be larger than a message may be. */
        @JsonProperty("answer_too_large")
        ANSWER_TOO_LARGE(413),
        /** The answer would take more time, memory or rows than one query may. */
        @JsonProperty("query_too_large")
        QUERY_TOO_LARGE(413),
        /** An error of the worker. */
        @JsonProperty("internal_error")
        INTERNAL_ERROR(500),
        /** The worker has enough to do, or what it needs is away. */
        @JsonProperty("unavailable")
        UNAVAILABLE(503);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        /** Status code of HTTP. */
        public int status() {
            return status;
        }
    }
}
