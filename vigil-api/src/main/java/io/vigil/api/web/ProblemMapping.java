package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.util.DisconnectedClientHelper;

/** Exceptions of the web layer to problems. Their messages quote paths and bodies and are never passed on. */
@RestControllerAdvice
class ProblemMapping {

    private static final Logger log = LoggerFactory.getLogger(ProblemMapping.class);

    private final Problems problems;

    ProblemMapping(Problems problems) {
        this.problems = problems;
    }

    /** The answer to an exception, or null where nobody is left to read one. */
    @ExceptionHandler
    @Nullable ResponseEntity<byte[]> problem(Exception error, HttpServletRequest request) {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        ErrorShape shape = ErrorShape.of(request);
        return switch (error) {
            case ErrorResponse known ->
                problems.response(ofStatus(known.getStatusCode().value()), identity, allowOf(known), shape);
            case InterruptedException stopped -> {
                Thread.currentThread().interrupt();
                yield problems.response(
                        Problem.of(ProblemKind.STOPPING, "The gateway is being stopped. Try again."),
                        identity,
                        HttpHeaders.EMPTY,
                        shape);
            }
            // Under overload most requests may come to this: it costs nothing, and there is nobody to tell.
            case Exception gone when DisconnectedClientHelper.isClientDisconnectedException(gone) -> null;
            case IOException cutShort ->
                problems.response(
                        Problem.of(ProblemKind.BAD_REQUEST, "The body could not be read to its end."),
                        identity,
                        HttpHeaders.EMPTY,
                        shape);
            default -> {
                log.error("request {} failed", identity.id(), new WithoutMessage(error));
                yield problems.response(
                        ofStatus(ProblemKind.INTERNAL_ERROR.status()), identity, HttpHeaders.EMPTY, shape);
            }
        };
    }

    /** The problem for a status that was decided without us. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.of(ProblemKind.NOT_FOUND, "This path does not exist. See /openapi.json.");
            case 405 -> Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "See the header Allow for the allowed methods.");
            case 406 -> Problem.of(ProblemKind.NOT_ACCEPTABLE, "Answers are application/json.");
            case 413 -> Problem.of(ProblemKind.BODY_TOO_LARGE, "The body is larger than the gateway reads.");
            case 415 ->
                Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "The header Content-Type must be application/json.");
            case 503 -> Problem.of(ProblemKind.OVERLOADED, "Try again after the given time.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(ProblemKind.BAD_REQUEST, "The HTTP request is not valid.")
                        : Problem.of(ProblemKind.INTERNAL_ERROR, "The log of the gateway has the request id.");
        };
    }

    private static HttpHeaders allowOf(ErrorResponse error) {
        var headers = new HttpHeaders();
        headers.setAllow(error.getHeaders().getAllow());
        return headers;
    }

    /** Where an exception came from, without what it says. */
    private static final class WithoutMessage extends Exception {

        WithoutMessage(Exception error) {
            super(error.getClass().getName());
            setStackTrace(error.getStackTrace());
        }
    }
}
