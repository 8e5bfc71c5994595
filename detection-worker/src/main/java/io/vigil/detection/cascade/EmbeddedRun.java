package io.vigil.detection.cascade;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.GuardRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs embedded branches one after the other on one thread, each within its own time limit. */
final class EmbeddedRun {
    private final ComputePool pool;
    private final Consultation consultation;

    EmbeddedRun(ComputePool pool, Consultation consultation) {
        this.pool = pool;
        this.consultation = consultation;
    }

    void run(List<Engine.Embedded> engines, GuardRequest request, Map<BranchId, BranchReport> reports)
            throws InterruptedException {
        int done = 0;
        while (done < engines.size()) {
            done += runUntilOneIsLate(engines.subList(done, engines.size()), request, reports);
        }
    }

    /** Returns how many engines have a report now, at least one; the one that was late is the last of them. */
    private int runUntilOneIsLate(
            List<Engine.Embedded> engines, GuardRequest request, Map<BranchId, BranchReport> reports)
            throws InterruptedException {
        var answers = engines.stream()
                .map(engine -> new CompletableFuture<BranchReport>())
                .toList();
        long waiting = consultation.start();
        var task = pool.start(
                () -> compute(engines, request, answers), engines.getFirst().limit());
        if (task.isEmpty()) {
            late(engines.getFirst(), waiting, reports);
            return 1;
        }
        int next = 0;
        try {
            for (; next < engines.size(); next++) {
                long started = consultation.start();
                if (!collect(engines.get(next), answers.get(next), reports)) {
                    late(engines.get(next), started, reports);
                    return next + 1;
                }
            }
            return next;
        } finally {
            if (next < engines.size()) {
                task.get().cancel(true);
            }
        }
    }

    private void compute(
            List<Engine.Embedded> engines, GuardRequest request, List<CompletableFuture<BranchReport>> answers) {
        for (int i = 0; i < engines.size() && !Thread.currentThread().isInterrupted(); i++) {
            try {
                answers.get(i).complete(consultation.ask(engines.get(i).branch(), request));
            } catch (Error e) {
                answers.get(i).completeExceptionally(e);
                throw e;
            }
        }
    }

    /** Whether the answer came within the engine's time limit. */
    private static boolean collect(
            Engine.Embedded engine, CompletableFuture<BranchReport> answer, Map<BranchId, BranchReport> reports)
            throws InterruptedException {
        try {
            reports.put(engine.id(), answer.get(engine.limit().toNanos(), TimeUnit.NANOSECONDS));
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("branch " + engine.id().wireName() + " ended its thread", e.getCause());
        }
    }

    private void late(Engine.Embedded engine, long started, Map<BranchId, BranchReport> reports) {
        reports.put(engine.id(), consultation.degraded(engine.id(), "timeout", started));
    }
}
