package io.vigil.api.check;

import io.vigil.api.ask.AskResult;
import io.vigil.api.ask.Refusal;
import io.vigil.api.check.CheckResult.Answer;
import io.vigil.api.check.CheckResult.Problem;

/** The one place where "no answer" becomes a status: {@link ProblemKind} carries it. Pure. */
public final class AskMapping {

    private AskMapping() {}

    /** What a caller is told about a question. */
    public static CheckResult of(AskResult result) {
        return switch (result) {
            case AskResult.Answered(var decision) -> new Answer(AnswerBody.of(decision));
            case AskResult.TimedOut() ->
                Problem.of(
                        ProblemKind.DECISION_TIMEOUT,
                        "The request was accepted, but no decision arrived in time. Treat the text as not checked.");
            case AskResult.Busy() ->
                Problem.of(ProblemKind.OVERLOADED, "Too many requests are open. Try again after the given time.");
            case AskResult.NotAccepted(Refusal reason) -> notAccepted(reason);
            case AskResult.Unreadable() ->
                Problem.of(ProblemKind.BAD_DECISION, "An answer arrived that is no decision on this request.");
        };
    }

    /** What a caller is told about a submission that was not taken. */
    public static Problem notAccepted(Refusal reason) {
        return switch (reason) {
            case STREAM_FULL ->
                Problem.of(ProblemKind.QUEUE_FULL, "The work queue takes no more. Try again after the given time.");
            case TOO_LARGE ->
                Problem.of(ProblemKind.BODY_TOO_LARGE, "The request is larger than one message of the work queue.");
            case NO_LEADER, IN_PROCESS, DISCONNECTED ->
                Problem.of(
                        ProblemKind.QUEUE_UNAVAILABLE,
                        "The work queue did not take the request. Try again after the given time.");
            case UNCONFIRMED ->
                Problem.of(
                        ProblemKind.QUEUE_UNAVAILABLE,
                        "The work queue did not confirm the request in time. Try again after the given time.");
        };
    }
}
