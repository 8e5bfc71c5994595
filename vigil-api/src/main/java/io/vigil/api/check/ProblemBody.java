package io.vigil.api.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A problem as clients see it, {@code application/problem+json} of RFC 9457.
 *
 * @param type stable identifier of the kind of problem
 * @param title the same for every problem of the kind
 * @param status HTTP status code
 * @param detail what happened this time; never text of the request
 * @param instance identifies this occurrence
 * @param code short name of the kind, for programs
 * @param requestId the request it belongs to
 * @param errors fields at fault; left out when there are none
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldFault> errors) {

    public ProblemBody {
        errors = List.copyOf(errors);
    }

    /** The problem of a request. */
    public static ProblemBody of(CheckResult.Problem problem, RequestIdentity identity) {
        ProblemKind kind = problem.kind();
        return new ProblemBody(
                kind.type(),
                kind.title(),
                kind.status(),
                problem.detail(),
                identity.instance(),
                kind.code(),
                identity.id(),
                problem.faults());
    }
}
