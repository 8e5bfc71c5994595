package io.vigil.api.clients;

import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Asks the pipeline about one text, or about several at a time. Blocks its (virtual) thread. Thread-safe. */
public final class TextChecks {

    private final GuardCheck guard;
    private final RequestIds ids;
    private final InstantSource clock;
    private final int parallel;

    /**
     * Checks.
     *
     * @param parallel how many texts of one call are asked about at a time, at least 1
     */
    public TextChecks(GuardCheck guard, RequestIds ids, InstantSource clock, int parallel) {
        this.guard = guard;
        this.ids = ids;
        this.clock = clock;
        this.parallel = parallel;
    }

    /** Checks one text under the identity of the call. */
    Checked one(ClientText text, CallContext call) throws InterruptedException {
        return check(text, call.identity(), call);
    }

    /** Checks several texts, each under an identity that begins like the call's; in their order. */
    List<Checked> all(List<ClientText> texts, CallContext call) throws InterruptedException {
        var permits = new Semaphore(parallel);
        List<Callable<Checked>> tasks = new ArrayList<>();
        for (ClientText text : texts) {
            tasks.add(() -> {
                permits.acquire();
                try {
                    return check(text, ids.next(call.identity().echo()), call);
                } finally {
                    permits.release();
                }
            });
        }
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("vigil-clients-", 0).factory())) {
            return results(threads.invokeAll(tasks));
        }
    }

    private Checked check(ClientText text, RequestIdentity identity, CallContext call) throws InterruptedException {
        Instant received = clock.instant();
        var result = guard.check(text.toSubmission(identity.id()), text.direction(), call.tenant(), call.trace());
        return new Checked(result, received, clock.instant());
    }

    private static List<Checked> results(List<Future<Checked>> done) throws InterruptedException {
        var results = new ArrayList<Checked>(done.size());
        for (Future<Checked> future : done) {
            try {
                results.add(future.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException("a check failed", e.getCause());
            }
        }
        return results;
    }
}
