package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.events.Operation;
import io.vigil.api.events.QuestionReader;
import io.vigil.eventlog.ReplayRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What another policy would have decided. */
@RestController
@RequiresScope(Scope.POLICY_WRITE)
class ReplayController {

    private final EventsExchange events;
    private final Exchange exchange;
    private final QuestionReader questions;

    ReplayController(EventsExchange events, Exchange exchange, QuestionReader questions) {
        this.events = events;
        this.exchange = exchange;
        this.questions = questions;
    }

    /** Decides stored events again; changes nothing. */
    @PostMapping(
            path = "/v1/policy/replay",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> replay(HttpServletRequest request) throws IOException, InterruptedException {
        return exchange.check(
                request,
                (body, identity, trace) ->
                        events.ask(request, Operation.REPLAY, questions.body(body, ReplayRequest.class)));
    }
}
