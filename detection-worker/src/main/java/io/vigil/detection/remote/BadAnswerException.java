package io.vigil.detection.remote;

/** A remote service answered something that its contract does not allow. The message names the field only. */
final class BadAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    BadAnswerException(String field) {
        super(field);
    }
}
