package io.vigil.api.idempotency;

import io.vigil.api.results.KeptAnswer;

/** What came of claiming a key for a request. */
public sealed interface Claim {

    /**
     * The request is the first under its key, and is to be worked on.
     *
     * @param key where its answer is kept
     * @param started what is kept so far
     * @param revision of what is kept so far
     */
    record Won(String key, KeptAnswer started, long revision) implements Claim {}

    /** The same request was answered before. */
    record Answered(KeptAnswer answer) implements Claim {}

    /** The same request is being worked on. */
    record InFlight() implements Claim {}

    /** The key belongs to another request. */
    record Mismatch() implements Claim {}
}
