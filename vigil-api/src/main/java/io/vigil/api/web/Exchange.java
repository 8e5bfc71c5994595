package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.TraceContext;
import io.vigil.api.clients.CallContext;
import io.vigil.api.clients.ClientJson;
import io.vigil.api.clients.ClientResult;
import io.vigil.wire.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
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
    private final RateGate rates;

    Exchange(BodyLimit limit, Problems problems, JsonMapper mapper, RateGate rates) {
        this.limit = limit;
        this.problems = problems;
        this.mapper = mapper;
        this.rates = rates;
    }

    /** One check of a body. */
    @FunctionalInterface
    interface Check {
        ResponseEntity<byte[]> of(byte[] body, RequestIdentity identity, Map<String, String> trace)
                throws InterruptedException;
    }

    /** Checks the body of a request, unless it is too large. */
    ResponseEntity<byte[]> check(HttpServletRequest request, Check check) throws IOException, InterruptedException {
        return check(request, limit, check);
    }

    /** The same with a limit of its own. */
    ResponseEntity<byte[]> check(HttpServletRequest request, BodyLimit limit, Check check)
            throws IOException, InterruptedException {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        byte[] body = limit.read(request);
        if (body == null) {
            return problem(Problem.of(ProblemKind.BODY_TOO_LARGE, limit.detail()), request);
        }
        Problem tooMuch = rates.charge(request, body);
        if (tooMuch != null) {
            return problems.response(tooMuch, identity, ErrorShape.of(request), RateGate.hints(request));
        }
        return check.of(body, identity, trace(request));
    }

    /** The trace context that a request brings, possibly empty. */
    static Map<String, String> trace(HttpServletRequest request) {
        return TraceContext.of(request.getHeader(HeaderNames.TRACEPARENT), request.getHeader(HeaderNames.TRACESTATE));
    }

    /** A problem as the whole of a response that is written by hand. */
    void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.send(problem, request, response);
    }

    /** An answer as JSON. */
    ResponseEntity<byte[]> answer(Object answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(json(answer));
    }

    /** Something as the JSON of an answer. */
    byte[] json(Object answer) {
        return mapper.writeValueAsBytes(answer);
    }

    /** What an existing client gets: an answer in its words, or a problem in its shape. */
    ResponseEntity<byte[]> told(ClientResult result, HttpServletRequest request) {
        return switch (result) {
            case ClientResult.Answer(Object body) ->
                ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(ClientJson.mapper().writeValueAsBytes(body));
            case ClientResult.None(Problem problem) -> problem(problem, request);
        };
    }

    /** Who calls, and with what. */
    static CallContext call(HttpServletRequest request, RequestIdentity identity, Map<String, String> trace) {
        return new CallContext(identity, Callers.of(request).tenant(), trace);
    }

    /** A problem in the shape that the caller reads. */
    ResponseEntity<byte[]> problem(Problem problem, HttpServletRequest request) {
        return problems.response(
                problem, RequestIdFilter.identityOf(request), HttpHeaders.EMPTY, ErrorShape.of(request));
    }

    /** A problem as RFC 9457 has it. */
    ResponseEntity<byte[]> problem(Problem problem, RequestIdentity identity) {
        return problems.response(problem, identity);
    }
}
