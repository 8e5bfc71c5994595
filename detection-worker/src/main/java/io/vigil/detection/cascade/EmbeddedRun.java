package io.vigil.detection.cascade;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.GuardRequest;
import java.util.ArrayList;
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
    private final Cascade cascade;

    EmbeddedRun(ComputePool pool, Consultation consultation, Cascade cascade) {
        this.pool = pool;
        this.consultation = consultation;
        this.cascade = cascade;
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
        var known = new ArrayList<>(reports.values());
        long waiting = consultation.start();
        var task = pool.start(
                () -> compute(engines, request, known, answers),
                engines.getFirst().limit());
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
            List<Engine.Embedded> engines,
            GuardRequest request,
            List<BranchReport> known,
            List<CompletableFuture<BranchReport>> answers) {
        for (int i = 0; i < engines.size() && !Thread.currentThread().isInterrupted(); i++) {
            try {
                var report = next(engines.get(i), request, known);
                known.add(report);
                answers.get(i).complete(report);
            } catch (Error e) {
                answers.get(i).completeExceptionally(e);
                throw e;
            }
        }
    }

    private BranchReport next(Engine.Embedded engine, GuardRequest request, List<BranchReport> known) {
        return cascade.isDecided(known, request.mode())
                ? new BranchReport.Skipped(engine.id(), BranchReport.Skipped.DECIDED)
                : consultation.ask(engine.branch(), request);
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
