package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.ask.ServiceReply;
import io.vigil.api.ask.ServiceSender;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.ServiceProblems;
import io.vigil.api.patterns.PatternsDesk;
import io.vigil.api.patterns.PatternsResult;
import io.vigil.patternlibrary.PatternQuestion;
import io.vigil.wire.Decoded;
import io.vigil.wire.MessageCodec;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The families of attack patterns: read, change, test. They are the organisation's, like the policy. */
@RestController
@RequiresScope(Scope.POLICY_WRITE)
@RequestMapping(
        path = "/v1/patterns",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class PatternsController {

    private static final ServiceProblems PROBLEMS =
            new ServiceProblems("detection worker", ProblemKind.PATTERNS_UNAVAILABLE, ProblemKind.PATTERNS_TIMEOUT);

    private final PatternsDesk desk;
    private final Exchange exchange;
    private final Operation operation;
    private final MessageCodec codec;

    PatternsController(PatternsDesk desk, Exchange exchange, Operation operation, MessageCodec codec) {
        this.desk = desk;
        this.exchange = exchange;
        this.operation = operation;
        this.codec = codec;
    }

    /** The families. */
    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return operation.forOrganisation(request, caller -> told(request, desk.list(sender(request))));
    }

    /** One family; its revision is the entity tag. */
    @GetMapping("/{family}")
    ResponseEntity<byte[]> get(@PathVariable("family") String family, HttpServletRequest request) {
        return operation.forOrganisation(request, caller -> told(request, desk.get(sender(request), family)));
    }

    /** Stores a family in place of the revision in {@code If-Match}. */
    @PutMapping(path = "/{family}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> put(@PathVariable("family") String family, HttpServletRequest request)
            throws IOException, InterruptedException {
        var condition = Revisions.condition(request.getHeader(HttpHeaders.IF_MATCH));
        return exchange.check(
                request,
                (body, identity, trace) -> condition instanceof Revisions.Condition.Missing
                        ? operation.unconditional(request)
                        : operation.forOrganisation(
                                request,
                                caller -> told(
                                        request, desk.put(caller, sender(request), family, body, condition.only()))));
    }

    /** Brings the family back that comes with the worker. */
    @DeleteMapping("/{family}")
    ResponseEntity<byte[]> delete(@PathVariable("family") String family, HttpServletRequest request) {
        var condition = Revisions.condition(request.getHeader(HttpHeaders.IF_MATCH));
        return condition instanceof Revisions.Condition.Missing
                ? operation.unconditional(request)
                : operation.forOrganisation(
                        request, caller -> told(request, desk.delete(caller, family, condition.only())));
    }

    /** Says which patterns match where. */
    @PostMapping(path = "/test", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> test(HttpServletRequest request) throws IOException, InterruptedException {
        return exchange.check(request, (body, identity, trace) -> switch (codec.decode(body, PatternQuestion.class)) {
            case Decoded.Ok<PatternQuestion>(PatternQuestion question) ->
                operation.forOrganisation(request, caller -> told(request, desk.test(sender(request), question)));
            case Decoded.Malformed<PatternQuestion>(String field, String detail) ->
                operation.problem(request, ServiceProblems.malformed(PatternQuestion.class, field, detail));
        });
    }

    private ResponseEntity<byte[]> told(HttpServletRequest request, ServiceReply<?> reply) {
        return switch (reply) {
            case ServiceReply.Answered<?>(Object answer) -> exchange.answer(answer);
            case ServiceReply.Missing<?> missing ->
                operation.problem(request, PROBLEMS.of(missing, PatternQuestion.class));
        };
    }

    private ResponseEntity<byte[]> told(HttpServletRequest request, PatternsResult result) {
        return switch (result) {
            case PatternsResult.Found(long revision, var document) -> tagged(revision, document);
            case PatternsResult.Changed changed -> tagged(changed.revision(), changed);
            case PatternsResult.NoFamily() ->
                operation.problem(
                        request,
                        Problem.of(ProblemKind.FAMILY_NOT_FOUND, "See /v1/patterns for those that there are."));
            case PatternsResult.NotJson() -> operation.problem(request, Operation.malformed("", "not JSON"));
            case PatternsResult.Faulty(var faults) -> operation.problem(request, Operation.faulty(faults));
            case PatternsResult.Outdated(long current) -> operation.outdated(request, current);
            case PatternsResult.NoAnswer(var why) ->
                operation.problem(request, PROBLEMS.of(why, PatternQuestion.class));
        };
    }

    private ResponseEntity<byte[]> tagged(long revision, Object answer) {
        ResponseEntity<byte[]> plain = exchange.answer(answer);
        return ResponseEntity.ok()
                .headers(plain.getHeaders())
                .eTag(Revisions.tag(revision))
                .body(plain.getBody());
    }

    private static ServiceSender sender(HttpServletRequest request) {
        return new ServiceSender(
                RequestIdFilter.identityOf(request).id(),
                "",
                Callers.of(request).key(),
                Map.of());
    }
}
