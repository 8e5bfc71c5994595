package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.events.EraseTrail;
import io.vigil.api.events.Operation;
import io.vigil.api.events.QuestionReader;
import io.vigil.eventlog.EraseRequest;
import io.vigil.wire.Decoded;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events out of the log for good. */
@RestController
@RequiresScope(Scope.EVENTS_ERASE)
class EraseController {

    private final EventsExchange events;
    private final Exchange exchange;
    private final QuestionReader questions;
    private final EraseTrail trail;

    EraseController(EventsExchange events, Exchange exchange, QuestionReader questions, EraseTrail trail) {
        this.events = events;
        this.exchange = exchange;
        this.questions = questions;
        this.trail = trail;
    }

    /** Erases, and answers when it is done. */
    @DeleteMapping(
            path = "/v1/events",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> erase(HttpServletRequest request) throws InterruptedException {
        Caller caller = Callers.of(request);
        return switch (questions.parameters(request.getParameterMap(), EraseRequest.class)) {
            case Decoded.Ok<EraseRequest>(EraseRequest wanted) ->
                trail.asked(caller, wanted)
                        ? erase(request, caller, wanted)
                        : unaudited(request, "Nothing was erased: the audit trail cannot be written now. Try again.");
            case Decoded.Malformed<EraseRequest> malformed -> events.ask(request, Operation.ERASE, malformed);
        };
    }

    private ResponseEntity<byte[]> erase(HttpServletRequest request, Caller caller, EraseRequest wanted)
            throws InterruptedException {
        return events.ask(
                request,
                Operation.ERASE,
                new Decoded.Ok<>(wanted),
                erased -> trail.done(caller, wanted, erased)
                        ? exchange.answer(erased)
                        : unaudited(
                                request,
                                "The events are gone, but the audit trail could not be told. Ask for the same again."));
    }

    private ResponseEntity<byte[]> unaudited(HttpServletRequest request, String detail) {
        return exchange.problem(
                Problem.of(ProblemKind.EVENTS_UNAVAILABLE, detail), RequestIdFilter.identityOf(request));
    }
}
