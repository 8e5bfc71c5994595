package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemBody;
import io.vigil.api.check.RequestIdentity;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Problems as HTTP responses, RFC 9457. */
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
        var response = ResponseEntity.status(problem.kind().status())
                .headers(more)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.passesSoon()) {
            response.header(HttpHeaders.RETRY_AFTER, retryAfter);
        }
        return response.body(body(problem, identity));
    }

    byte[] body(Problem problem, RequestIdentity identity) {
        return mapper.writeValueAsBytes(ProblemBody.of(problem, identity));
    }
}
