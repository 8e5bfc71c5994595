package io.vigil.api.clients;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.ProblemKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as clients of the v1 API read it.
 *
 * @param error what happened, for people; never text of the request
 * @param code fixed, in upper case
 * @param details fields at fault; left out when there are none
 * @param retryAfter when to try again, in whole seconds; left out, never null: clients calculate with it
 * @param limit requests allowed in the window; only where a limit was reached
 * @param remaining how many of them are left
 * @param resetAt when the window ends, ISO 8601
 */
public record ClientError(
        String error,
        String code,
        String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Detail> details,
        @Nullable Long retryAfter,
        @Nullable Long limit,
        @Nullable Long remaining,
        @Nullable String resetAt) {

    public ClientError {
        details = List.copyOf(details);
    }

    /**
     * What is wrong with one field.
     *
     * @param path as clients write it, e.g. {@code items[3].text}
     */
    public record Detail(String path, String message) {}

    /** The problem of a request, with what its response's headers say about the next try. */
    public static ClientError of(Problem problem, String requestId, RetryHints hints) {
        boolean fields = !problem.faults().isEmpty();
        return new ClientError(
                fields ? "Validation failed" : problem.detail(),
                code(problem),
                requestId,
                problem.faults().stream().map(ClientError::detail).toList(),
                hints.retryAfter(),
                hints.limit(),
                hints.remaining(),
                hints.resetAt());
    }

    /** The code of a problem. */
    static String code(Problem problem) {
        return switch (problem.kind().status()) {
            case 401 -> "INVALID_API_KEY";
            case 403 -> "FORBIDDEN";
            case 429 -> "RATE_LIMIT_EXCEEDED";
            case 503 -> "SERVICE_UNAVAILABLE";
            default ->
                problem.kind() == ProblemKind.INVALID_REQUEST
                        ? "VALIDATION_ERROR"
                        : problem.kind().name();
        };
    }

    /** {@code /items/3/text} to {@code items[3].text}. */
    static String path(String pointer) {
        var path = new StringBuilder();
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            if (!step.isEmpty() && step.chars().allMatch(Character::isDigit)) {
                path.append('[').append(step).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step);
            }
        }
        return path.toString();
    }

    private static Detail detail(FieldFault fault) {
        return new Detail(path(fault.pointer()), fault.detail());
    }
}
