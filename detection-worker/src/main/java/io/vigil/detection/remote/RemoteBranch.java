package io.vigil.detection.remote;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vigil.detection.branch.Branch;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.GuardRequest;
import io.vigil.wire.Json;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import tools.jackson.core.JacksonException;

/**
 * A branch that another service computes. Everything but a well-formed answer is a degraded report. The breaker counts
 * what the service got wrong; an answer 4xx is about the text, and must not let a sender of odd texts switch the branch
 * off for everybody else.
 */
final class RemoteBranch implements Branch {
    private static final int TOO_MANY_REQUESTS = 429;

    private final BranchId id;
    private final JsonEndpoint endpoint;
    private final Questions questions;
    private final AnswerReader reader;
    private final CircuitBreaker breaker;
    private final LongSupplier nanos;

    RemoteBranch(
            BranchId id,
            JsonEndpoint endpoint,
            Questions questions,
            AnswerReader reader,
            CircuitBreaker breaker,
            LongSupplier nanos) {
        this.id = id;
        this.endpoint = endpoint;
        this.questions = questions;
        this.reader = reader;
        this.breaker = breaker;
        this.nanos = nanos;
    }

    @Override
    public BranchId id() {
        return id;
    }

    /** Of several pieces the highest score counts; one piece without a score makes the whole text's score unknown. */
    @Override
    public BranchReport analyze(GuardRequest request) {
        BranchReport.Scored highest = null;
        for (var question : questions.of(request)) {
            var report = ask(question);
            if (!(report instanceof BranchReport.Scored scored)) {
                return report;
            }
            if (highest == null || scored.score() > highest.score()) {
                highest = scored;
            }
        }
        return highest == null ? new BranchReport.Degraded(id, "failed", 0) : highest;
    }

    private BranchReport ask(byte[] question) {
        if (!breaker.tryAcquirePermission()) {
            return new BranchReport.Degraded(id, "circuit_open", 0);
        }
        long started = nanos.getAsLong();
        try {
            var reply = endpoint.post(question);
            long spent = nanos.getAsLong() - started;
            var report = judge(reply, TimeUnit.NANOSECONDS.toMicros(spent));
            record(reply, report, spent);
            return report;
        } catch (InterruptedException e) {
            breaker.releasePermission();
            Thread.currentThread().interrupt();
            return new BranchReport.Degraded(id, "failed", 0);
        }
    }

    private BranchReport judge(Reply reply, long micros) {
        return switch (reply) {
            case Reply.TimedOut ignored -> new BranchReport.Degraded(id, "timeout", micros);
            case Reply.Unreachable ignored -> new BranchReport.Degraded(id, "unreachable", micros);
            case Reply.Answered answer -> read(answer, micros);
        };
    }

    private BranchReport read(Reply.Answered answer, long micros) {
        try {
            var report = reader.read(Json.mapper().readTree(answer.body()), micros);
            boolean trusted = answer.status() == 200 || report instanceof BranchReport.Degraded;
            return trusted ? report : new BranchReport.Degraded(id, "bad_answer", micros);
        } catch (JacksonException | BadAnswerException e) {
            return new BranchReport.Degraded(id, "bad_answer", micros);
        }
    }

    private void record(Reply reply, BranchReport report, long spent) {
        if (report instanceof BranchReport.Scored || aboutTheText(reply)) {
            breaker.onSuccess(spent, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(spent, TimeUnit.NANOSECONDS, new BadAnswerException("degraded"));
        }
    }

    private static boolean aboutTheText(Reply reply) {
        return reply instanceof Reply.Answered answer
                && answer.status() / 100 == 4
                && answer.status() != TOO_MANY_REQUESTS;
    }
}
