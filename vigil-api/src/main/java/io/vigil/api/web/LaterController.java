package io.vigil.api.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.api.access.Caller;
import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import io.vigil.api.later.Acceptance;
import io.vigil.api.later.AnalysisStatus;
import io.vigil.api.later.LaterCheck;
import io.vigil.api.later.Progress;
import io.vigil.message.Submission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Work that nobody waits for. */
@RestController
@RequiresScope(Scope.GUARD)
@RequestMapping(path = "/v1/analyze")
class LaterController {

    private static final Logger log = LoggerFactory.getLogger(LaterController.class);

    private final LaterCheck later;
    private final Progress progress;
    private final RequestIds ids;
    private final Exchange exchange;
    private final JsonMapper mapper;

    LaterController(LaterCheck later, Progress progress, RequestIds ids, Exchange exchange, JsonMapper mapper) {
        this.later = later;
        this.progress = progress;
        this.ids = ids;
        this.exchange = exchange;
        this.mapper = mapper;
    }

    /** Accepts a text that is checked later. */
    @PostMapping(
            path = "/async",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> accept(HttpServletRequest request) throws IOException, InterruptedException {
        String tenant = Callers.of(request).tenant();
        return exchange.check(request, (body, identity, trace) -> {
            // The id becomes part of a path: it is ours alone, whatever the caller's is.
            return switch (later.accept(body, ids.next(null).id(), tenant, trace)) {
                case Acceptance.Refused(Problem problem) -> exchange.problem(problem, identity);
                case Acceptance.Accepted(String id, long sequence) ->
                    ResponseEntity.status(HttpStatus.ACCEPTED)
                            .location(URI.create("/v1/analyze/" + id))
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(mapper.writeValueAsBytes(new AcceptedBody(id, "accepted", sequence)));
            };
        });
    }

    /** Says how far a request is. */
    @GetMapping(
            path = "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> status(@PathVariable("id") String id, HttpServletRequest request) {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        Caller caller = Callers.of(request);
        if (!Submission.isRequestId(id)) {
            return exchange.problem(notFound(), identity);
        }
        try {
            return progress.of(id, caller::sees)
                    .map(this::answer)
                    .orElseGet(() -> exchange.problem(notFound(), identity));
        } catch (IOException e) {
            return exchange.problem(unavailable(identity, e), identity);
        }
    }

    /** Says how far a request is until it has ended, as server-sent events. */
    @GetMapping(
            path = "/{id}/events",
            produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    void events(@PathVariable("id") String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        Caller caller = Callers.of(request);
        var stream = new EventStream(response, mapper, MediaType.TEXT_EVENT_STREAM);
        try {
            if (Submission.isRequestId(id) && progress.follow(id, caller::sees, new Told(stream))) {
                return;
            }
        } catch (IOException e) {
            if (response.isCommitted()) {
                throw e;
            }
            exchange.write(unavailable(identity, e), request, response);
            return;
        }
        exchange.write(notFound(), request, response);
    }

    private ResponseEntity<byte[]> answer(AnalysisStatus status) {
        var response = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON);
        if (!status.ended()) {
            response.header(HttpHeaders.RETRY_AFTER, "1");
        }
        return response.body(mapper.writeValueAsBytes(status));
    }

    private static Problem notFound() {
        return Problem.of(ProblemKind.RESULT_NOT_FOUND, "No result of this id is kept for you, or no longer.");
    }

    private static Problem unavailable(RequestIdentity identity, IOException error) {
        log.warn("request {} finds no results: {}", identity.id(), error.getMessage());
        return Problem.of(
                ProblemKind.QUEUE_UNAVAILABLE, "The results cannot be read now. Try again after the given time.");
    }

    /** The states as events. */
    private record Told(EventStream stream) implements Progress.Listener {

        @Override
        public void status(AnalysisStatus status) throws IOException {
            stream.event("status", status);
        }

        @Override
        public void alive() throws IOException {
            stream.comment();
        }
    }

    /**
     * What is answered: the names are those of the product's first interface.
     *
     * @param requestId identifies the request from end to end
     * @param status always {@code accepted}
     * @param streamSeq its place in the stream of requests
     */
    record AcceptedBody(
            @JsonProperty("requestId") String requestId,
            String status,
            @JsonProperty("streamSeq") long streamSeq) {}
}
