package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.ask.ServiceSender;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.policy.PolicyDesk;
import io.vigil.api.policy.PolicyResult;
import io.vigil.api.policy.PolicySchema;
import io.vigil.api.policy.RollBackRequest;
import io.vigil.wire.Decoded;
import io.vigil.wire.MessageCodec;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The policy: read, try, change, compare, go back. It is the organisation's: a tenant's key may not even read it. */
@RestController
@RequiresScope(Scope.POLICY_WRITE)
@RequestMapping(
        path = "/v1/policy",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class PolicyController {

    private static final int DECISIONS = 1_000;
    private static final int MOST_DECISIONS = 10_000;

    private final PolicyDesk desk;
    private final PolicySchema schema;
    private final Exchange exchange;
    private final Operation operation;
    private final MessageCodec codec;

    PolicyController(PolicyDesk desk, PolicySchema schema, Exchange exchange, Operation operation, MessageCodec codec) {
        this.desk = desk;
        this.schema = schema;
        this.exchange = exchange;
        this.operation = operation;
        this.codec = codec;
    }

    /** What holds; its revision is the entity tag. */
    @GetMapping
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        return operation.forOrganisation(request, caller -> {
            PolicyDesk.Version now = desk.current();
            return tagged(now.revision(), now.document());
        });
    }

    /** The JSON Schema that documents must fit. */
    @GetMapping("/schema")
    ResponseEntity<byte[]> schema() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(schema.document());
    }

    /** Stores a policy in place of the revision in {@code If-Match}; with {@code ?dryRun=true} only says what it would change. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> put(HttpServletRequest request) throws IOException, InterruptedException {
        var condition = Revisions.condition(request.getHeader(HttpHeaders.IF_MATCH));
        boolean dryRun = "true".equals(request.getParameter("dryRun"));
        return exchange.check(request, (body, identity, trace) -> {
            if (dryRun) {
                return operation.forOrganisation(request, caller -> {
                    int last = Operation.number("last", request.getParameter("last"), DECISIONS, 1, MOST_DECISIONS);
                    var sender = new ServiceSender(identity.id(), "", caller.key(), trace);
                    return told(request, desk.dryRun(body, last, sender));
                });
            }
            if (condition instanceof Revisions.Condition.Missing) {
                return operation.unconditional(request);
            }
            return operation.forOrganisation(
                    request, caller -> told(request, desk.put(caller, body, condition.only())));
        });
    }

    /** The revisions that are kept and who made them. */
    @GetMapping("/history")
    ResponseEntity<byte[]> history(HttpServletRequest request) {
        return operation.forOrganisation(request, caller -> exchange.answer(desk.history()));
    }

    /** The difference between two revisions. */
    @GetMapping("/diff")
    ResponseEntity<byte[]> difference(HttpServletRequest request) {
        return operation.forOrganisation(
                request,
                caller -> told(
                        request,
                        desk.difference(
                                Operation.revision("from", request.getParameter("from")),
                                Operation.revision("to", request.getParameter("to")))));
    }

    /** Makes an earlier revision hold again. */
    @PostMapping(path = "/rollback", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> rollBack(HttpServletRequest request) throws IOException, InterruptedException {
        var condition = Revisions.condition(request.getHeader(HttpHeaders.IF_MATCH));
        return exchange.check(request, (body, identity, trace) -> switch (codec.decode(body, RollBackRequest.class)) {
            case Decoded.Ok<RollBackRequest>(RollBackRequest wish) ->
                operation.forOrganisation(
                        request, caller -> told(request, desk.rollBack(caller, wish.revision(), condition.only())));
            case Decoded.Malformed<RollBackRequest>(String field, String detail) ->
                operation.problem(request, Operation.malformed(field, detail));
        });
    }

    private ResponseEntity<byte[]> told(HttpServletRequest request, PolicyResult result) {
        return switch (result) {
            case PolicyResult.Done(long revision, Object answer) -> tagged(revision, answer);
            case PolicyResult.NotJson() -> operation.problem(request, Operation.malformed("", "not JSON"));
            case PolicyResult.Faulty(var faults) -> operation.problem(request, Operation.faulty(faults));
            case PolicyResult.Outdated(long current) -> operation.outdated(request, current);
            case PolicyResult.NoRevision() ->
                operation.problem(
                        request,
                        Problem.of(ProblemKind.REVISION_NOT_FOUND, "See /v1/policy/history for those that are kept."));
        };
    }

    private ResponseEntity<byte[]> tagged(long revision, Object answer) {
        ResponseEntity<byte[]> plain = exchange.answer(answer);
        return ResponseEntity.ok()
                .headers(plain.getHeaders())
                .eTag(Revisions.tag(revision))
                .body(plain.getBody());
    }
}
