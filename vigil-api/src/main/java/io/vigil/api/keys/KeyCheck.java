package io.vigil.api.keys;

import io.vigil.api.access.Caller;

/** What a sent key turned out to be. */
public sealed interface KeyCheck {

    /** A key of this caller. */
    record Accepted(Caller caller) implements KeyCheck {}

    /** No key, or none of ours. */
    record Unknown() implements KeyCheck {}

    /** A key of ours that is not accepted any more. */
    record Ended(ApiKey.State state) implements KeyCheck {}
}
