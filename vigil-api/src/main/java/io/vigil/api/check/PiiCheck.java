package io.vigil.api.check;

import io.vigil.api.ask.PiiAsker;
import io.vigil.api.ask.PiiReply;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.message.PiiAnalyzeAnswer;
import io.vigil.message.PiiAnalyzeRequest;
import io.vigil.message.PiiRedactAnswer;
import io.vigil.message.PiiRedactRequest;
import io.vigil.message.PiiRestoreAnswer;
import io.vigil.message.PiiRestoreRequest;
import io.vigil.topology.Subjects;
import io.vigil.wire.Decoded;
import io.vigil.wire.MessageCodec;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One request about personal data: read the body, ask a worker, tell the result. Blocks its thread. Thread-safe. */
public final class PiiCheck {

    private final PiiAsker asker;
    private final MessageCodec codec;

    public PiiCheck(PiiAsker asker, MessageCodec codec) {
        this.asker = asker;
        this.codec = codec;
    }

    /** What the gateway serves: where it is asked for, what goes there and what comes back. */
    public enum Operation {
        /** Where personal data is. */
        ANALYZE(Subjects.PII_ANALYZE, PiiAnalyzeRequest.class, PiiAnalyzeAnswer.class),
        /** A text without it. */
        REDACT(Subjects.PII_REDACT, PiiRedactRequest.class, PiiRedactAnswer.class),
        /** A text with it again. */
        RESTORE(Subjects.PII_RESTORE, PiiRestoreRequest.class, PiiRestoreAnswer.class);

        private final String subject;
        private final Class<? extends Record> request;
        private final Class<? extends Record> answer;

        Operation(String subject, Class<? extends Record> request, Class<? extends Record> answer) {
            this.subject = subject;
            this.request = request;
            this.answer = answer;
        }
    }

    /** What came of it. */
    public sealed interface Result {

        /** An answer, to be written as JSON. */
        record Answer(Object body) implements Result {}

        /** None. */
        record None(Problem problem) implements Result {}
    }

    /**
     * Works on a request.
     *
     * @param body JSON in UTF-8, not trusted
     * @param trace trace context to pass on, possibly empty
     * @throws InterruptedException when the service stops
     */
    public Result check(Operation operation, byte[] body, RequestIdentity identity, Map<String, String> trace)
            throws InterruptedException {
        return switch (codec.decode(body, operation.request)) {
            case Decoded.Ok<? extends Record>(Record request) ->
                told(operation, asker.ask(operation.subject, identity.id(), request, trace, operation.answer));
            case Decoded.Malformed<? extends Record>(String field, String detail) ->
                new Result.None(malformed(operation, field, detail));
        };
    }

    private static Result told(Operation operation, PiiReply<? extends Record> reply) {
        return switch (reply) {
            case PiiReply.Answered<? extends Record>(Record answer) -> new Result.Answer(answer);
            case PiiReply.Faulty<? extends Record>(var fault) ->
                new Result.None(
                        switch (fault.code()) {
                            case INVALID_REQUEST -> malformed(operation, fault.field(), fault.detail());
                            case REDACTION_NOT_FOUND -> Problem.of(ProblemKind.REDACTION_NOT_FOUND, fault.detail());
                            case ANSWER_TOO_LARGE -> Problem.of(ProblemKind.ANSWER_TOO_LARGE, fault.detail());
                            case INTERNAL_ERROR ->
                                Problem.of(ProblemKind.INTERNAL_ERROR, "The log of the PII worker has the request id.");
                            case UNAVAILABLE -> Problem.of(ProblemKind.PII_UNAVAILABLE, fault.detail());
                        });
            case PiiReply.Busy<? extends Record>() ->
                new Result.None(Problem.of(
                        ProblemKind.OVERLOADED, "Too many requests are open. Try again after the given time."));
            case PiiReply.Unavailable<? extends Record>() ->
                new Result.None(Problem.of(
                        ProblemKind.PII_UNAVAILABLE, "No PII worker can be reached. Try again after the given time."));
            case PiiReply.TimedOut<? extends Record>() ->
                new Result.None(Problem.of(ProblemKind.PII_TIMEOUT, "No PII worker answered in time."));
            case PiiReply.Unreadable<? extends Record>() ->
                new Result.None(Problem.of(ProblemKind.BAD_ANSWER, "An answer came that is none to this request."));
        };
    }

    /** Refusals of whole documents begin with the name of the field at fault. */
    private static Problem malformed(Operation operation, String field, String detail) {
        if (field.isEmpty() && detail.equals("not JSON")) {
            return Problem.of(ProblemKind.MALFORMED_JSON, "The body must be one JSON object in UTF-8.");
        }
        String named = field.isEmpty() ? detail.substring(0, Math.max(0, detail.indexOf(' '))) : field;
        String pointer = fields(operation).anyMatch(named::equals) ? "/" + named : "";
        return new Problem(
                ProblemKind.INVALID_REQUEST,
                "One or more fields are not valid: see errors.",
                List.of(new FieldFault(pointer, detail)));
    }

    private static Stream<String> fields(Operation operation) {
        return Stream.of(operation.request.getRecordComponents()).map(component -> SnakeCase.of(component.getName()));
    }
}
