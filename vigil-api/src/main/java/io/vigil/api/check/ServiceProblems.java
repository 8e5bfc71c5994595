package io.vigil.api.check;

import io.vigil.api.ask.ServiceReply;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.message.ServiceFault;
import java.util.List;
import java.util.stream.Stream;

/**
 * Why a micro service gave no answer, as a problem. Pure.
 *
 * @param worker who answers there, e.g. {@code PII worker}
 * @param unavailable where nobody listens
 * @param timeout where nobody answered in time
 */
public record ServiceProblems(String worker, ProblemKind unavailable, ProblemKind timeout) {

    /**
     * The problem.
     *
     * @param request type of what was asked; its components are the fields that may be at fault
     */
    public Problem of(ServiceReply.Missing<?> reply, Class<? extends Record> request) {
        return switch (reply) {
            case ServiceReply.Faulty<?>(ServiceFault fault) -> of(fault, request);
            case ServiceReply.Busy<?>() ->
                Problem.of(ProblemKind.OVERLOADED, "Too many requests are open. Try again after the given time.");
            case ServiceReply.Unavailable<?>() ->
                Problem.of(unavailable, "No " + worker + " can be reached. Try again after the given time.");
            case ServiceReply.TimedOut<?>() -> Problem.of(timeout, "No " + worker + " answered in time.");
            case ServiceReply.Unreadable<?>() ->
                Problem.of(ProblemKind.BAD_ANSWER, "An answer came that is none to this request.");
        };
    }

    private Problem of(ServiceFault fault, Class<? extends Record> request) {
        return switch (fault.code()) {
            case INVALID_REQUEST -> malformed(request, fault.field(), fault.detail());
            case REDACTION_NOT_FOUND -> Problem.of(ProblemKind.REDACTION_NOT_FOUND, fault.detail());
            case FAMILY_NOT_FOUND -> Problem.of(ProblemKind.FAMILY_NOT_FOUND, fault.detail());
            case EVENT_NOT_FOUND -> Problem.of(ProblemKind.EVENT_NOT_FOUND, fault.detail());
            case ANSWER_TOO_LARGE -> Problem.of(ProblemKind.ANSWER_TOO_LARGE, fault.detail());
            case QUERY_TOO_LARGE -> Problem.of(ProblemKind.QUERY_TOO_LARGE, fault.detail());
            case INTERNAL_ERROR ->
                Problem.of(ProblemKind.INTERNAL_ERROR, "The log of the " + worker + " has the request id.");
            case UNAVAILABLE -> Problem.of(unavailable, fault.detail());
        };
    }

    /** The problem of a document that is no such request. Refusals of whole documents begin with the name of the field. */
    public static Problem malformed(Class<? extends Record> request, String field, String detail) {
        if (field.isEmpty() && detail.equals("not JSON")) {
            return Problem.of(ProblemKind.MALFORMED_JSON, "The body must be one JSON object in UTF-8.");
        }
        String named = field.isEmpty() ? detail.substring(0, Math.max(0, detail.indexOf(' '))) : field;
        String first = named.contains(".") ? named.substring(0, named.indexOf('.')) : named;
        String pointer = fields(request).anyMatch(first::equals) ? "/" + named.replace('.', '/') : "";
        return new Problem(
                ProblemKind.INVALID_REQUEST,
                "One or more fields are not valid: see errors.",
                List.of(new FieldFault(pointer, detail)));
    }

    private static Stream<String> fields(Class<? extends Record> request) {
        return Stream.of(request.getRecordComponents()).map(component -> SnakeCase.of(component.getName()));
    }
}
