package io.vigil.api.callback;

/** What came of a call. */
sealed interface Posted {

    /**
     * The receiver answered.
     *
     * @param status HTTP status code; redirects are not followed
     */
    record Answered(int status) implements Posted {}

    /** The host has an address that may not be called: nothing was sent. */
    record AddressRefused() implements Posted {}

    /**
     * No answer in time.
     *
     * @param errorClass what went wrong
     */
    record NotReached(String errorClass) implements Posted {}
}
