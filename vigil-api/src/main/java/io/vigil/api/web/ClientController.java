package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.clients.BatchCheck;
import io.vigil.api.clients.ClientCheck;
import io.vigil.api.clients.ClientResult;
import io.vigil.api.clients.GuardrailCheck;
import io.vigil.api.clients.Route;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Paths that only existing clients ask. */
@RestController
@RequiresScope(Scope.GUARD)
@RequestMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
class ClientController {

    private final ClientCheck one;
    private final BatchCheck batch;
    private final GuardrailCheck guardrail;
    private final ClientLimits limits;
    private final Exchange exchange;

    ClientController(
            ClientCheck one, BatchCheck batch, GuardrailCheck guardrail, ClientLimits limits, Exchange exchange) {
        this.one = one;
        this.batch = batch;
        this.guardrail = guardrail;
        this.limits = limits;
        this.exchange = exchange;
    }

    /** Checks a text from a source that the body names. */
    @PostMapping("/v1/guard/analyze")
    ResponseEntity<byte[]> analyze(HttpServletRequest request) throws IOException, InterruptedException {
        return exchange.check(
                request,
                limits.text(),
                (body, identity, trace) -> exchange.told(
                        one.check(Route.ANALYZE, body, Exchange.call(request, identity, trace)), request));
    }

    /** Checks several texts, each for itself. */
    @PostMapping("/v1/guard/batch")
    ResponseEntity<byte[]> batch(HttpServletRequest request) throws IOException, InterruptedException {
        return several(
                request,
                (body, identity, trace) ->
                        exchange.told(batch.check(body, Exchange.call(request, identity, trace)), request));
    }

    /** Checks the texts of one call of LiteLLM's generic guardrail. */
    @PostMapping("/beta/litellm_basic_guardrail_api")
    ResponseEntity<byte[]> guardrail(HttpServletRequest request) throws IOException, InterruptedException {
        return several(
                request,
                (body, identity, trace) ->
                        exchange.told(guardrail.check(body, Exchange.call(request, identity, trace)), request));
    }

    private ResponseEntity<byte[]> several(HttpServletRequest request, Exchange.Check check)
            throws IOException, InterruptedException {
        try (var reserved = limits.budget().reserve(request)) {
            if (reserved == null) {
                return exchange.told(
                        new ClientResult.None(Problem.of(
                                ProblemKind.OVERLOADED,
                                "Too many large bodies are being worked on. Try again after the given time.")),
                        request);
            }
            return exchange.check(request, limits.texts(), check);
        }
    }
}
