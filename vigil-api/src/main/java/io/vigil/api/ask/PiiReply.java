package io.vigil.api.ask;

import io.vigil.message.PiiFault;

/**
 * What came of a request to the PII workers.
 *
 * @param <T> type of the answer
 */
public sealed interface PiiReply<T> {

    /** A worker answered. */
    record Answered<T>(T answer) implements PiiReply<T> {}

    /** A worker answered that it has no answer. */
    record Faulty<T>(PiiFault fault) implements PiiReply<T> {}

    /** Too many requests are open here; this one was not sent. */
    record Busy<T>() implements PiiReply<T> {}

    /** No worker listens, or there is no connection. */
    record Unavailable<T>() implements PiiReply<T> {}

    /** No answer came in time. */
    record TimedOut<T>() implements PiiReply<T> {}

    /** Something came that is no answer. */
    record Unreadable<T>() implements PiiReply<T> {}
}
