package io.vigil.api.web;

import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.TraceContext;
import io.vigil.message.Direction;
import io.vigil.wire.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The checks. A verdict is a success: 200 whatever it is. */
@RestController
@RequestMapping(
        path = "/v1",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class GuardController {

    private final GuardCheck guard;
    private final BodyLimit limit;
    private final Problems problems;
    private final JsonMapper mapper;

    GuardController(GuardCheck guard, BodyLimit limit, Problems problems, JsonMapper mapper) {
        this.guard = guard;
        this.limit = limit;
        this.problems = problems;
        this.mapper = mapper;
    }

    /** Checks a text going to a model. */
    @PostMapping({"/guard/input", "/analyze"})
    ResponseEntity<byte[]> input(HttpServletRequest request) throws IOException, InterruptedException {
        return check(request, Direction.INPUT);
    }

    /** Checks a text coming from a model. */
    @PostMapping("/guard/output")
    ResponseEntity<byte[]> output(HttpServletRequest request) throws IOException, InterruptedException {
        return check(request, Direction.OUTPUT);
    }

    private ResponseEntity<byte[]> check(HttpServletRequest request, Direction direction)
            throws IOException, InterruptedException {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        byte[] body = limit.read(request);
        if (body == null) {
            return problems.response(Problem.of(ProblemKind.BODY_TOO_LARGE, limit.detail()), identity);
        }
        var trace =
                TraceContext.of(request.getHeader(HeaderNames.TRACEPARENT), request.getHeader(HeaderNames.TRACESTATE));
        return switch (guard.check(body, direction, identity, trace)) {
            case CheckResult.Answer(var answer) ->
                ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(mapper.writeValueAsBytes(answer));
            case Problem problem -> problems.response(problem, identity);
        };
    }
}
