package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.deadletters.BulkRedrive;
import io.vigil.api.deadletters.LetterDesk;
import io.vigil.api.deadletters.LetterQuery;
import io.vigil.api.deadletters.LetterRounds;
import io.vigil.api.deadletters.Redrive;
import io.vigil.wire.Decoded;
import io.vigil.wire.MessageCodec;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Messages that a worker gave up: find, look at, send back, throw away. Their texts are never shown. */
@RestController
@RequiresScope(Scope.DLQ)
@RequestMapping(
        path = "/v1/dlq",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
class DeadLetterController {

    private final LetterDesk desk;
    private final LetterRounds rounds;
    private final Exchange exchange;
    private final Operation operation;
    private final MessageCodec codec;
    private final InstantSource clock;

    DeadLetterController(
            LetterDesk desk,
            LetterRounds rounds,
            Exchange exchange,
            Operation operation,
            MessageCodec codec,
            InstantSource clock) {
        this.desk = desk;
        this.rounds = rounds;
        this.exchange = exchange;
        this.operation = operation;
        this.codec = codec;
        this.clock = clock;
    }

    /** A page of letters, and on the first one how many there are. */
    @GetMapping
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return operation.run(request, () -> {
            LetterQuery query = LetterQuery.list(request.getParameterMap());
            return exchange.answer(desk.page(Callers.of(request), query.filter(), query.after(), query.limit()));
        });
    }

    /** One letter from near. */
    @GetMapping("/{seq}")
    ResponseEntity<byte[]> show(@PathVariable("seq") String seq, HttpServletRequest request) {
        return operation.run(
                request,
                () -> desk.show(Callers.of(request), place(seq))
                        .map(exchange::answer)
                        .orElseGet(() -> notThere(request)));
    }

    /** Sends one letter back; {@code ?force=true} also where it is parked. */
    @PostMapping("/{seq}/redrive")
    ResponseEntity<byte[]> redrive(@PathVariable("seq") String seq, HttpServletRequest request) {
        return operation.run(request, () -> {
            boolean force = "true".equals(request.getParameter("force"));
            return switch (rounds.redrive(Callers.of(request), place(seq), force)) {
                case Redrive.Done done -> exchange.answer(done);
                case Redrive.NotThere() -> notThere(request);
                case Redrive.Parked(int redrives) ->
                    operation.problem(
                            request,
                            Problem.of(
                                    ProblemKind.DEAD_LETTER_PARKED,
                                    "The letter was sent back %d times already. See why it fails, or add ?force=true."
                                            .formatted(redrives)));
            };
        });
    }

    /** Sends many back, at a pace. */
    @PostMapping(path = "/redrive", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> redriveMany(HttpServletRequest request) throws IOException, InterruptedException {
        Caller caller = Callers.of(request);
        return exchange.check(request, (body, identity, trace) -> switch (codec.decode(body, BulkRedrive.class)) {
            case Decoded.Ok<BulkRedrive>(BulkRedrive wish) ->
                operation.run(request, () -> exchange.answer(rounds.redrive(caller, wish)));
            case Decoded.Malformed<BulkRedrive>(String field, String detail) ->
                operation.problem(request, Operation.malformed(field, detail));
        });
    }

    /** Throws letters of an age away. */
    @DeleteMapping
    ResponseEntity<byte[]> purge(HttpServletRequest request) {
        return operation.run(
                request,
                () -> exchange.answer(rounds.purge(
                        Callers.of(request), LetterQuery.purge(request.getParameterMap(), clock.instant()))));
    }

    private ResponseEntity<byte[]> notThere(HttpServletRequest request) {
        return operation.problem(
                request, Problem.of(ProblemKind.DEAD_LETTER_NOT_FOUND, "It may have been sent back or thrown away."));
    }

    private static long place(String seq) {
        try {
            return Math.max(0, Long.parseLong(seq));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
