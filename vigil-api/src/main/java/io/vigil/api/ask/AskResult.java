package io.vigil.api.ask;

import io.vigil.message.GuardDecision;

/** What came of a question. */
public sealed interface AskResult {

    /** The pipeline decided. */
    record Answered(GuardDecision decision) implements AskResult {}

    /** The stream holds the submission, but no decision came in time. It may still be logged. */
    record TimedOut() implements AskResult {}

    /** Too many questions are open; this one was not published. */
    record Busy() implements AskResult {}

    /** The stream did not take the submission. */
    record NotAccepted(Refusal reason) implements AskResult {}

    /** An answer came that is no decision on this question. */
    record Unreadable() implements AskResult {}
}
