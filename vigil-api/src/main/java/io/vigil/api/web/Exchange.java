package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.TraceContext;
import io.vigil.wire.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What all checks have in common: a body within its limit comes in, an answer or a problem goes out. */
@Component
final class Exchange {

    private final BodyLimit limit;
    private final Problems problems;
    private final JsonMapper mapper;

    Exchange(BodyLimit limit, Problems problems, JsonMapper mapper) {
        this.limit = limit;
        this.problems = problems;
        this.mapper = mapper;
    }

    /** One check of a body. */
    @FunctionalInterface
    interface Check {
        ResponseEntity<byte[]> of(byte[] body, RequestIdentity identity, Map<String, String> trace)
                throws InterruptedException;
    }

    /** Checks the body of a request, unless it is too large. */
    ResponseEntity<byte[]> check(HttpServletRequest request, Check check) throws IOException, InterruptedException {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        byte[] body = limit.read(request);
        if (body == null) {
            return problem(Problem.of(ProblemKind.BODY_TOO_LARGE, limit.detail()), identity);
        }
        var trace =
                TraceContext.of(request.getHeader(HeaderNames.TRACEPARENT), request.getHeader(HeaderNames.TRACESTATE));
        return check.of(body, identity, trace);
    }

    /** An answer as JSON. */
    ResponseEntity<byte[]> answer(Object answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(mapper.writeValueAsBytes(answer));
    }

    /** A problem as RFC 9457 has it. */
    ResponseEntity<byte[]> problem(Problem problem, RequestIdentity identity) {
        return problems.response(problem, identity);
    }
}
