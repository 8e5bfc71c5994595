package io.vigil.detection.remote;

/** What came back from a remote service. */
sealed interface Reply {
    /**
     * An HTTP answer, of any status.
     *
     * @param status HTTP status
     * @param body as UTF-8, at most {@link JsonEndpoint#MAX_ANSWER_BYTES} bytes
     */
    record Answered(int status, String body) implements Reply {}

    /** No complete answer within the time limit. */
    record TimedOut() implements Reply {}

    /** No connection, or it broke. */
    record Unreachable() implements Reply {}
}
