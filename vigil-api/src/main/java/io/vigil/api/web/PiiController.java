package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.PiiCheck;
import io.vigil.api.check.PiiCheck.Operation;
import io.vigil.api.check.PiiCheck.Result;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.TraceContext;
import io.vigil.wire.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Personal data: find it, redact it, restore it. */
@RestController
@RequestMapping(
        path = "/v1/pii",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class PiiController {

    private final PiiCheck pii;
    private final BodyLimit limit;
    private final Problems problems;
    private final JsonMapper mapper;

    PiiController(PiiCheck pii, BodyLimit limit, Problems problems, JsonMapper mapper) {
        this.pii = pii;
        this.limit = limit;
        this.problems = problems;
        this.mapper = mapper;
    }

    /** Says where personal data is. */
    @PostMapping("/analyze")
    ResponseEntity<byte[]> analyze(HttpServletRequest request) throws IOException, InterruptedException {
        return check(request, Operation.ANALYZE);
    }

    /** Gives the text without personal data. */
    @PostMapping("/redact")
    ResponseEntity<byte[]> redact(HttpServletRequest request) throws IOException, InterruptedException {
        return check(request, Operation.REDACT);
    }

    /** Gives the text with the values of an earlier request again. */
    @PostMapping("/restore")
    ResponseEntity<byte[]> restore(HttpServletRequest request) throws IOException, InterruptedException {
        return check(request, Operation.RESTORE);
    }

    private ResponseEntity<byte[]> check(HttpServletRequest request, Operation operation)
            throws IOException, InterruptedException {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        byte[] body = limit.read(request);
        if (body == null) {
            return problems.response(Problem.of(ProblemKind.BODY_TOO_LARGE, limit.detail()), identity);
        }
        var trace =
                TraceContext.of(request.getHeader(HeaderNames.TRACEPARENT), request.getHeader(HeaderNames.TRACESTATE));
        return switch (pii.check(operation, body, identity, trace)) {
            case Result.Answer(Object answer) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(mapper.writeValueAsBytes(answer));
            case Result.None(Problem problem) -> problems.response(problem, identity);
        };
    }
}
