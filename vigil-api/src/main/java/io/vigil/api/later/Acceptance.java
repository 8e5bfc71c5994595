package io.vigil.api.later;

import io.vigil.api.check.CheckResult.Problem;

/** What came of a request that nobody waits for. */
public sealed interface Acceptance {

    /**
     * The stream holds it: it will be worked on, whatever process dies.
     *
     * @param sequence its place in the stream
     */
    record Accepted(String requestId, long sequence) implements Acceptance {}

    /** Nothing will be worked on. */
    record Refused(Problem problem) implements Acceptance {}
}
