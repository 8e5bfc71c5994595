package io.vigil.logging.query;

import io.vigil.message.ServiceFault;

/** A question that has no answer, and why. */
public final class QuestionFailedException extends RuntimeException {

    private final transient ServiceFault fault;

    public QuestionFailedException(ServiceFault.Code code, String field, String detail) {
        super(detail);
        this.fault = new ServiceFault(code, field, detail);
    }

    /** What whoever asked is told. */
    public ServiceFault fault() {
        return fault;
    }

    /** A field that asks for what is not allowed. */
    static QuestionFailedException refused(String field, String detail) {
        return new QuestionFailedException(ServiceFault.Code.INVALID_REQUEST, field, detail);
    }

    /** No such event among those that the caller may see. */
    public static QuestionFailedException unknownEvent() {
        return new QuestionFailedException(
                ServiceFault.Code.EVENT_NOT_FOUND, "event_id", "No event has this id, or it is not in the log yet.");
    }
}
