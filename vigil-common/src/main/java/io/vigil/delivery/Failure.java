package io.vigil.delivery;

import java.util.regex.Pattern;

/**
 * Why a stage could not do its work.
 *
 * @param kind whether trying again can help
 * @param errorClass simple name of the error, for grouping
 * @param detail what happened, at most 200 printable ASCII characters (others become {@code ?}); never text of the
 *     request
 */
public record Failure(Kind kind, String errorClass, String detail) {

    private static final int MAX_DETAIL = 200;

    /** A header takes no line break, and a log line should not. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[^ -~]");

    /** Whether trying again can help. */
    public enum Kind {
        /** Something this stage needs was away; the same message may pass later. */
        TRANSIENT,
        /** This message can never be worked on. */
        PERMANENT
    }

    public Failure {
        if (detail.length() > MAX_DETAIL) {
            detail = detail.substring(0, MAX_DETAIL);
        }
        detail = UNPRINTABLE.matcher(detail).replaceAll("?");
    }

    /** A failure that may pass. */
    public static Failure transientFailure(String errorClass, String detail) {
        return new Failure(Kind.TRANSIENT, errorClass, detail);
    }

    /** A failure that will not pass. */
    public static Failure permanentFailure(String errorClass, String detail) {
        return new Failure(Kind.PERMANENT, errorClass, detail);
    }

    /**
     * A failure from an exception that a stage did not expect. Its message is left out: it may quote the request.
     * Trying again is allowed, the attempts are bounded.
     */
    public static Failure unexpected(Throwable error) {
        return transientFailure(error.getClass().getSimpleName(), "unexpected error in stage");
    }
}
