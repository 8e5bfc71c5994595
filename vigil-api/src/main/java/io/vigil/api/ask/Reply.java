package io.vigil.api.ask;

/** What ends the wait of a question. */
sealed interface Reply {

    /**
     * An answer arrived.
     *
     * @param body as received, not yet read
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Decided(byte[] body) implements Reply {}

    /** The stream refused the question, so that no answer can come. */
    record Refused(Refusal reason) implements Reply {}
}
