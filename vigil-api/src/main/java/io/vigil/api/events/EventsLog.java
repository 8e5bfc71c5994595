package io.vigil.api.events;

import io.vigil.api.ask.ServiceAsker;
import io.vigil.api.ask.ServiceReply;
import io.vigil.api.ask.ServiceSender;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.ServiceProblems;
import io.vigil.wire.Decoded;

/** Asks the logging workers. Blocks its thread. Thread-safe. */
public final class EventsLog {

    private static final ServiceProblems PROBLEMS =
            new ServiceProblems("logging worker", ProblemKind.EVENTS_UNAVAILABLE, ProblemKind.EVENTS_TIMEOUT);

    private final ServiceAsker asker;

    public EventsLog(ServiceAsker asker) {
        this.asker = asker;
    }

    /**
     * What came of a question.
     *
     * @param <T> type of the answer
     */
    public sealed interface Result<T> {

        /** An answer. */
        record Answer<T>(T body) implements Result<T> {}

        /** None. */
        record None<T>(Problem problem) implements Result<T> {}
    }

    /**
     * Asks and waits.
     *
     * @param question what was read of the request
     * @throws InterruptedException when the service stops
     */
    public <Q extends Record, T> Result<T> ask(Operation<Q, T> operation, ServiceSender sender, Decoded<Q> question)
            throws InterruptedException {
        return switch (question) {
            case Decoded.Ok<Q>(Q asked) ->
                told(operation, asker.ask(operation.subject(), sender, asked, operation.answer()));
            case Decoded.Malformed<Q>(String field, String detail) ->
                new Result.None<>(ServiceProblems.malformed(operation.question(), field, detail));
        };
    }

    private static <T> Result<T> told(Operation<?, T> operation, ServiceReply<T> reply) {
        return switch (reply) {
            case ServiceReply.Answered<T>(T answer) -> new Result.Answer<>(answer);
            case ServiceReply.Missing<T> missing -> new Result.None<>(PROBLEMS.of(missing, operation.question()));
        };
    }
}
