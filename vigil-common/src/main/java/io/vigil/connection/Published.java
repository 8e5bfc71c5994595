package io.vigil.connection;

import io.vigil.delivery.Failure;

/** What became of a message that should be stored. */
public sealed interface Published {

    /**
     * The server confirmed it.
     *
     * @param sequence its place in the stream; 0 where the frame asked to be the first of its subject and was not
     * @param duplicate whether the server had it already
     */
    record Stored(long sequence, boolean duplicate) implements Published {}

    /** The server did not confirm it in time, or refused. */
    record NotStored(Failure failure) implements Published {}
}
