package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.GuardCheck;
import io.vigil.message.Direction;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The checks. A verdict is a success: 200 whatever it is. */
@RestController
@RequiresScope(Scope.GUARD)
@RequestMapping(
        path = "/v1",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class GuardController {

    private final GuardCheck guard;
    private final Exchange exchange;

    GuardController(GuardCheck guard, Exchange exchange) {
        this.guard = guard;
        this.exchange = exchange;
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
        return exchange.check(
                request, (body, identity, trace) -> switch (guard.check(body, direction, identity, trace)) {
                    case CheckResult.Answer(var answer) -> exchange.answer(answer);
                    case Problem problem -> exchange.problem(problem, identity);
                });
    }
}
