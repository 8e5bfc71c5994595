package io.vigil.eval.guard;

/** A text got no decision. The message is a short code, free of the text. */
public final class NoDecisionException extends Exception {

    private static final long serialVersionUID = 1L;

    /** For this reason, as a short code that many texts may share, e.g. {@code HTTP 503}. */
    public NoDecisionException(String reason) {
        super(reason);
    }

    /** The same with a cause. */
    public NoDecisionException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** The short code. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
