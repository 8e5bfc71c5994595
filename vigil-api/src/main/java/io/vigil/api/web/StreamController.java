package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckBodies;
import io.vigil.api.check.CheckBody;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.Extras;
import io.vigil.api.check.ProblemBody;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.stream.StreamEvent;
import io.vigil.api.stream.StreamGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Guards an output while it is written. */
@RestController
@RequiresScope(Scope.GUARD)
@RequestMapping(path = "/v1/guard/output")
class StreamController {

    private final StreamGuard guard;
    private final CheckBodies bodies;
    private final Exchange exchange;
    private final JsonMapper mapper;

    StreamController(StreamGuard guard, CheckBodies bodies, Exchange exchange, JsonMapper mapper) {
        this.guard = guard;
        this.bodies = bodies;
        this.exchange = exchange;
        this.mapper = mapper;
    }

    /** Takes pieces of a text and gives back what may be shown, and the verdict at the end. */
    @PostMapping(
            path = "/stream",
            consumes = {EventStream.NDJSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE},
            produces = {
                EventStream.NDJSON_VALUE,
                MediaType.TEXT_EVENT_STREAM_VALUE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE
            })
    void guard(
            @RequestParam(name = "mode", required = false) @Nullable String mode,
            @RequestParam(name = "source", required = false) @Nullable String source,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        RequestIdentity identity = RequestIdFilter.identityOf(request);
        switch (options(mode, source)) {
            case CheckBodies.Read.Refused(Problem problem) -> exchange.write(problem, request, response);
            case CheckBodies.Read.Valid(CheckBody options) -> {
                var terms = new StreamGuard.Terms(
                        options, identity, Callers.of(request).tenant(), Exchange.trace(request));
                var events = new Written(
                        new EventStream(response, mapper, accepted(request)), exchange, identity, request, response);
                if (!guard.run(request.getInputStream(), terms, events)) {
                    events.fail(Problem.of(ProblemKind.OVERLOADED, "Too many streams are open. Try again later."));
                }
            }
        }
    }

    /** The options are those of a check, and so is what is said about wrong ones. */
    private CheckBodies.Read options(@Nullable String mode, @Nullable String source) {
        var check = new HashMap<String, String>();
        check.put("text", "-");
        if (mode != null) {
            check.put("mode", mode);
        }
        if (source != null) {
            check.put("source", source);
        }
        return bodies.read(mapper.writeValueAsBytes(check), Extras.NONE);
    }

    /** Events where the caller names them first; lines otherwise. */
    private static MediaType accepted(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean events = accept != null
                && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)
                && !accept.contains(EventStream.NDJSON_VALUE);
        return events ? MediaType.TEXT_EVENT_STREAM : MediaType.parseMediaType(EventStream.NDJSON_VALUE);
    }

    /** The events of one stream. A problem before the first event has a status of its own. */
    private record Written(
            EventStream stream,
            Exchange exchange,
            RequestIdentity identity,
            HttpServletRequest request,
            HttpServletResponse response)
            implements StreamGuard.Events {

        @Override
        public void write(StreamEvent event) throws IOException {
            stream.event(event.event(), event);
        }

        @Override
        public void fail(Problem problem) throws IOException {
            if (response.isCommitted()) {
                write(StreamEvent.problem(ProblemBody.of(problem, identity)));
            } else {
                exchange.write(problem, request, response);
            }
        }
    }
}
