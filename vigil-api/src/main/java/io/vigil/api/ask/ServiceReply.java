package io.vigil.api.ask;

import io.vigil.message.ServiceFault;

/**
 * What came of a request to a micro service.
 *
 * @param <T> type of the answer
 */
public sealed interface ServiceReply<T> {

    /** A worker answered. */
    record Answered<T>(T answer) implements ServiceReply<T> {}

    /** There is no answer. */
    sealed interface Missing<T> extends ServiceReply<T> {}

    /** A worker answered that it has no answer. */
    record Faulty<T>(ServiceFault fault) implements Missing<T> {}

    /** Too many requests are open here; this one was not sent. */
    record Busy<T>() implements Missing<T> {}

    /** No worker listens, or there is no connection. */
    record Unavailable<T>() implements Missing<T> {}

    /** No answer came in time. */
    record TimedOut<T>() implements Missing<T> {}

    /** Something came that is no answer. */
    record Unreadable<T>() implements Missing<T> {}
}
