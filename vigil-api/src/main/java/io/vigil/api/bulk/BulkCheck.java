package io.vigil.api.bulk;

import io.vigil.api.bulk.Rows.Row;
import io.vigil.api.check.CheckBodies;
import io.vigil.api.check.CheckBody;
import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.ProblemBody;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import io.vigil.message.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rows of a request, several at a time, and answers them in their order. Each row is a check of its own; all
 * bulk requests share one bound, and their texts queue apart from those of callers who wait. Thread-safe.
 */
public final class BulkCheck {

    private final CheckBodies bodies;
    private final GuardCheck guard;
    private final RequestIds ids;
    private final BulkLimits limits;
    private final Semaphore requests;
    private final Semaphore rows;

    /**
     * A check of many texts.
     *
     * @param guard asks on the queued lane
     */
    public BulkCheck(CheckBodies bodies, GuardCheck guard, RequestIds ids, BulkLimits limits) {
        this.bodies = bodies;
        this.guard = guard;
        this.ids = ids;
        this.limits = limits;
        this.requests = new Semaphore(limits.maxRequests());
        this.rows = new Semaphore(limits.maxInFlight(), true);
    }

    /** Where answers go. */
    public interface Answers {

        /** The next answer. */
        void write(RowBody row) throws IOException;

        /** The next answer is not there yet. */
        void flush() throws IOException;
    }

    /**
     * Answers every row.
     *
     * @param body one JSON object a line, not trusted
     * @param tenant whose request it is; empty without tenants
     * @param trace trace context to pass on, possibly empty
     * @return false where too many bulk requests are open: nothing was read or answered
     * @throws IOException nobody reads the answers
     * @throws InterruptedException when the service stops
     */
    public boolean run(InputStream body, Answers answers, String tenant, Map<String, String> trace)
            throws IOException, InterruptedException {
        if (!requests.tryAcquire()) {
            return false;
        }
        var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("vigil-bulk-", 0).factory());
        try {
            var arriving = new Rows(limits);
            threads.execute(() -> arriving.read(body));
            var inOrder = new ArrayBlockingQueue<Future<Optional<RowBody>>>(limits.maxInFlight());
            threads.execute(() -> start(arriving, inOrder, threads, new Request(tenant, trace)));
            write(inOrder, answers);
        } finally {
            threads.shutdownNow();
            // The body may not be touched once the request is over.
            threads.close();
            requests.release();
        }
        return true;
    }

    private static void write(BlockingQueue<Future<Optional<RowBody>>> inOrder, Answers answers)
            throws IOException, InterruptedException {
        Optional<RowBody> row;
        do {
            Future<Optional<RowBody>> next = inOrder.take();
            if (!next.isDone()) {
                answers.flush();
            }
            row = result(next);
            if (row.isPresent()) {
                answers.write(row.get());
            }
        } while (row.isPresent());
        answers.flush();
    }

    private static Optional<RowBody> result(Future<Optional<RowBody>> row) throws InterruptedException {
        try {
            return row.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a row failed", e.getCause());
        }
    }

    /** Takes a permit before a row is begun, and a place in the order before that: neither grows with the request. */
    private void start(
            Rows arriving, BlockingQueue<Future<Optional<RowBody>>> inOrder, ExecutorService threads, Request request) {
        try {
            for (int index = 0; ; index++) {
                switch (arriving.next()) {
                    case Row.Text(byte[] json) -> {
                        int at = index;
                        var task = new FutureTask<>(() -> Optional.of(checked(at, json, request)));
                        inOrder.put(task);
                        begin(task, threads);
                    }
                    case Row.Broken(Problem problem) -> {
                        inOrder.put(CompletableFuture.completedFuture(
                                Optional.of(refused(-1, null, problem, ids.next(null)))));
                        inOrder.put(CompletableFuture.completedFuture(Optional.empty()));
                        return;
                    }
                    case Row.End() -> {
                        inOrder.put(CompletableFuture.completedFuture(Optional.empty()));
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            // Nobody reads the answers any more.
            Thread.currentThread().interrupt();
        }
    }

    private void begin(Runnable task, ExecutorService threads) throws InterruptedException {
        rows.acquire();
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    rows.release();
                }
            });
        } catch (RejectedExecutionException e) {
            rows.release();
            throw new InterruptedException("nobody reads the answers any more");
        }
    }

    private RowBody checked(int index, byte[] json, Request request) throws InterruptedException {
        RequestIdentity identity = ids.next(null);
        var id = new RowId();
        return switch (bodies.read(json, id)) {
            case CheckBodies.Read.Refused(Problem problem) -> refused(index, id.value(), problem, identity);
            case CheckBodies.Read.Valid(CheckBody valid) ->
                switch (guard.check(
                        valid.toSubmission(identity.id()), Direction.INPUT, request.tenant(), request.trace())) {
                    case CheckResult.Answer(var answer) -> new RowBody(index, id.value(), 200, answer, null);
                    case Problem problem -> refused(index, id.value(), problem, identity);
                };
        };
    }

    private static RowBody refused(int index, @Nullable String id, Problem problem, RequestIdentity identity) {
        ProblemKind kind = problem.kind();
        return new RowBody(index, id, kind.status(), null, ProblemBody.of(problem, identity));
    }

    private record Request(String tenant, Map<String, String> trace) {}
}
