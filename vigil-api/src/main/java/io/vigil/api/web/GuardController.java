package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.clients.ClientCheck;
import io.vigil.api.clients.ClientJson;
import io.vigil.api.clients.Dialect;
import io.vigil.api.clients.Route;
import io.vigil.message.Direction;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checks, in our words and in those of existing clients. A verdict is a success: 200 whatever it is. */
@RestController
@RequiresScope(Scope.GUARD)
@RequestMapping(
        path = "/v1",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class GuardController {

    private final GuardCheck guard;
    private final ClientCheck clients;
    private final ClientLimits limits;
    private final Exchange exchange;

    GuardController(GuardCheck guard, ClientCheck clients, ClientLimits limits, Exchange exchange) {
        this.guard = guard;
        this.clients = clients;
        this.limits = limits;
        this.exchange = exchange;
    }

    /** Checks a text going to a model. */
    @PostMapping("/guard/input")
    ResponseEntity<byte[]> input(HttpServletRequest request) throws IOException, InterruptedException {
        return check(request, Direction.INPUT, Route.INPUT);
    }

    /** Checks a text coming from a model. */
    @PostMapping("/guard/output")
    ResponseEntity<byte[]> output(HttpServletRequest request) throws IOException, InterruptedException {
        return check(request, Direction.OUTPUT, Route.OUTPUT);
    }

    /** Checks a text going to a model, in our words only. */
    @PostMapping("/analyze")
    ResponseEntity<byte[]> analyze(HttpServletRequest request) throws IOException, InterruptedException {
        return exchange.check(
                request,
                limits.text(),
                (body, identity, trace) -> own(request, body, Direction.INPUT, identity, trace));
    }

    private ResponseEntity<byte[]> check(HttpServletRequest request, Direction direction, Route route)
            throws IOException, InterruptedException {
        return exchange.check(request, limits.text(), (body, identity, trace) -> {
            if (Dialect.of(ClientJson.mapper(), body) == Dialect.OWN) {
                return own(request, body, direction, identity, trace);
            }
            ErrorShape.clientAsks(request);
            return exchange.told(clients.check(route, body, Exchange.call(request, identity, trace)), request);
        });
    }

    private ResponseEntity<byte[]> own(
            HttpServletRequest request,
            byte[] body,
            Direction direction,
            RequestIdentity identity,
            Map<String, String> trace)
            throws InterruptedException {
        return switch (guard.check(body, direction, Callers.of(request).tenant(), identity, trace)) {
            case CheckResult.Answer(var answer) -> exchange.answer(answer);
            case Problem problem -> exchange.problem(problem, request);
        };
    }
}
