package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemBody;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.clients.ClientError;
import io.vigil.api.clients.ClientJson;
import io.vigil.api.clients.RetryHints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Problems as HTTP responses: RFC 9457, and what existing clients read. */
public final class Problems {

    private final JsonMapper mapper;
    private final String retryAfter;

    /**
     * Renders problems.
     *
     * @param retryAfter told to clients where trying again may help; whole seconds
     */
    public Problems(JsonMapper mapper, Duration retryAfter) {
        this.mapper = mapper;
        this.retryAfter = String.valueOf(retryAfter.toSeconds());
    }

    ResponseEntity<byte[]> response(Problem problem, RequestIdentity identity) {
        return response(problem, identity, HttpHeaders.EMPTY);
    }

    ResponseEntity<byte[]> response(Problem problem, RequestIdentity identity, HttpHeaders more) {
        return response(problem, identity, more, ErrorShape.PROBLEM);
    }

    /** Writes a problem where no controller answers. */
    void send(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        ErrorShape shape = ErrorShape.of(request);
        response.setStatus(problem.kind().status());
        response.setContentType(type(shape).toString());
        if (problem.passesSoon() && response.getHeader(HttpHeaders.RETRY_AFTER) == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        byte[] body = body(problem, RequestIdFilter.identityOf(request), shape, RetryHints.of(response::getHeader));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** In the shape that the caller reads. */
    ResponseEntity<byte[]> response(Problem problem, RequestIdentity identity, HttpHeaders more, ErrorShape shape) {
        var headers = new HttpHeaders();
        headers.addAll(more);
        headers.setContentType(type(shape));
        if (problem.passesSoon()) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return ResponseEntity.status(problem.kind().status())
                .headers(headers)
                .body(body(problem, identity, shape, RetryHints.of(headers::getFirst)));
    }

    /** The same, where the response has the headers that the body repeats. */
    ResponseEntity<byte[]> response(Problem problem, RequestIdentity identity, ErrorShape shape, RetryHints hints) {
        return ResponseEntity.status(problem.kind().status())
                .contentType(type(shape))
                .body(body(problem, identity, shape, hints));
    }

    static MediaType type(ErrorShape shape) {
        return shape == ErrorShape.CLIENT ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_PROBLEM_JSON;
    }

    byte[] body(Problem problem, RequestIdentity identity, ErrorShape shape, RetryHints hints) {
        return switch (shape) {
            case PROBLEM -> mapper.writeValueAsBytes(ProblemBody.of(problem, identity));
            case CLIENT -> ClientJson.mapper().writeValueAsBytes(ClientError.of(problem, identity.id(), hints));
            case BOTH -> mapper.writeValueAsBytes(both(problem, identity, hints));
        };
    }

    private ObjectNode both(Problem problem, RequestIdentity identity, RetryHints hints) {
        ObjectNode body = mapper.valueToTree(ProblemBody.of(problem, identity));
        ObjectNode beside = ClientJson.mapper().valueToTree(ClientError.of(problem, identity.id(), hints));
        beside.forEachEntry(body::putIfAbsent);
        return body;
    }
}
