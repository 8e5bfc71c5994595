package io.vigil.api.check;

import io.vigil.api.ask.ServiceAsker;
import io.vigil.api.ask.ServiceReply;
import io.vigil.api.ask.ServiceSender;
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
import java.util.Map;

/** One request about personal data: read the body, ask a worker, tell the result. Blocks its thread. Thread-safe. */
public final class PiiCheck {

    private static final ServiceProblems PROBLEMS =
            new ServiceProblems("PII worker", ProblemKind.PII_UNAVAILABLE, ProblemKind.PII_TIMEOUT);

    private final ServiceAsker asker;
    private final MessageCodec codec;

    public PiiCheck(ServiceAsker asker, MessageCodec codec) {
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
     * @param tenant whose text it is; empty without tenants
     * @param trace trace context to pass on, possibly empty
     * @throws InterruptedException when the service stops
     */
    public Result check(
            Operation operation, byte[] body, String tenant, RequestIdentity identity, Map<String, String> trace)
            throws InterruptedException {
        return switch (codec.decode(body, operation.request)) {
            case Decoded.Ok<? extends Record>(Record request) ->
                told(
                        operation,
                        asker.ask(
                                operation.subject,
                                new ServiceSender(identity.id(), tenant, "", trace),
                                request,
                                operation.answer));
            case Decoded.Malformed<? extends Record>(String field, String detail) ->
                new Result.None(ServiceProblems.malformed(operation.request, field, detail));
        };
    }

    private static Result told(Operation operation, ServiceReply<? extends Record> reply) {
        return switch (reply) {
            case ServiceReply.Answered<? extends Record>(Record answer) -> new Result.Answer(answer);
            case ServiceReply.Missing<? extends Record> missing ->
                new Result.None(PROBLEMS.of(missing, operation.request));
        };
    }
}
