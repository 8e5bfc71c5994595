package io.vigil.pii.remote;

/** What a remote service had to say in time. */
public sealed interface Answer<T> {

    /** It answered. */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * It did not answer, or not sensibly.
     *
     * @param reason why, as a fixed code: {@code timeout}, {@code circuit_open}, {@code unreachable}, {@code bad_answer}
     */
    record Missing<T>(String reason) implements Answer<T> {}
}
