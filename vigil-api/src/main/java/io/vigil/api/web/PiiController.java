package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.PiiCheck;
import io.vigil.api.check.PiiCheck.Operation;
import io.vigil.api.check.PiiCheck.Result;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Personal data: find it, redact it, restore it. */
@RestController
@RequiresScope(Scope.PII)
@RequestMapping(
        path = "/v1/pii",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class PiiController {

    private final PiiCheck pii;
    private final Exchange exchange;

    PiiController(PiiCheck pii, Exchange exchange) {
        this.pii = pii;
        this.exchange = exchange;
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
        String tenant = Callers.of(request).tenant();
        return exchange.check(
                request, (body, identity, trace) -> switch (pii.check(operation, body, tenant, identity, trace)) {
                    case Result.Answer(Object answer) -> exchange.answer(answer);
                    case Result.None(Problem problem) -> exchange.problem(problem, identity);
                });
    }
}
