package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.ProblemKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all operations on the broker's own data have in common: how they fail. */
@Component
final class Operation {

    private static final Logger log = LoggerFactory.getLogger(Operation.class);
    private static final String SEE_ERRORS = "One or more fields are not valid: see errors.";

    private final Problems problems;

    Operation(Problems problems) {
        this.problems = problems;
    }

    /** Something that the broker takes part in. */
    @FunctionalInterface
    interface Step {

        /**
         * Does it.
         *
         * @throws IllegalArgumentException whose message begins with the field at fault and quotes no input
         */
        ResponseEntity<byte[]> run() throws IOException, InterruptedException;
    }

    /** The same for a caller. */
    @FunctionalInterface
    interface CallersStep {
        ResponseEntity<byte[]> run(Caller caller) throws IOException, InterruptedException;
    }

    /** Runs a step on what belongs to the organisation as a whole: a tenant's key is refused. */
    ResponseEntity<byte[]> forOrganisation(HttpServletRequest request, CallersStep step) {
        Caller caller = Callers.of(request);
        if (!caller.tenant().isEmpty()) {
            return problem(
                    request,
                    Problem.of(ProblemKind.FORBIDDEN, "The key belongs to a tenant, and this to the organisation."));
        }
        return run(request, () -> step.run(caller));
    }

    /** Runs a step; what it throws becomes a problem. */
    ResponseEntity<byte[]> run(HttpServletRequest request, Step step) {
        try {
            return step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return problem(request, Problem.of(ProblemKind.STOPPING, "The gateway is being stopped. Try again."));
        } catch (IllegalArgumentException e) {
            return problem(request, malformed("", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            log.warn("request {}: {}", RequestIdFilter.identityOf(request).id(), e.getMessage());
            return problem(
                    request,
                    Problem.of(
                            ProblemKind.QUEUE_UNAVAILABLE,
                            "The broker did not do it, or not all of it. Look at what there is, then try again."));
        }
    }

    ResponseEntity<byte[]> problem(HttpServletRequest request, Problem problem) {
        return problems.response(problem, RequestIdFilter.identityOf(request));
    }

    ResponseEntity<byte[]> unconditional(HttpServletRequest request) {
        return problem(
                request,
                Problem.of(
                        ProblemKind.PRECONDITION_REQUIRED,
                        "Read it first, and send its ETag as If-Match; If-Match: * replaces whatever is there."));
    }

    ResponseEntity<byte[]> outdated(HttpServletRequest request, long current) {
        var headers = new HttpHeaders();
        headers.setETag(Revisions.tag(current));
        return problems.response(
                Problem.of(
                        ProblemKind.PRECONDITION_FAILED, "Another revision holds: see the header ETag, read it again."),
                RequestIdFilter.identityOf(request),
                headers);
    }

    /** A parameter with a whole number. */
    static int number(String name, @Nullable String text, int otherwise, int min, int max) {
        try {
            int number = text == null ? otherwise : Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, without what was given.
        }
        throw new IllegalArgumentException(name + " must be a whole number from " + min + " to " + max);
    }

    /** A parameter that numbers a revision; 0 is what is built in. */
    static long revision(String name, @Nullable String text) {
        try {
            long revision = text == null ? -1 : Long.parseLong(text);
            if (revision >= 0) {
                return revision;
            }
        } catch (NumberFormatException e) {
            // Said below, without what was given.
        }
        throw new IllegalArgumentException(name + " must be the number of a revision, 0 for the built-in one");
    }

    static Problem faulty(List<FieldFault> faults) {
        return new Problem(ProblemKind.INVALID_REQUEST, SEE_ERRORS, faults);
    }

    /** Refusals of whole documents begin with the name of the field at fault. */
    static Problem malformed(String field, String detail) {
        if (field.isEmpty() && detail.equals("not JSON")) {
            return Problem.of(ProblemKind.MALFORMED_JSON, "The body must be one JSON object in UTF-8.");
        }
        return new Problem(
                ProblemKind.INVALID_REQUEST, SEE_ERRORS, List.of(new FieldFault(pointer(field, detail), detail)));
    }

    /** A part that names itself is named with what it is a part of. */
    private static String pointer(String field, String detail) {
        String first = detail.substring(0, Math.max(0, detail.indexOf(' ')));
        boolean names = detail.startsWith(first + " must ") && first.chars().allMatch(Operation::ofName);
        String path = !names || field.endsWith(first) ? field : field.isEmpty() ? first : field + "." + first;
        return path.isEmpty() ? "" : "/" + path.replace('.', '/');
    }

    private static boolean ofName(int c) {
        return (c >= 'a' && c <= 'z') || c == '_' || c == '.';
    }
}
