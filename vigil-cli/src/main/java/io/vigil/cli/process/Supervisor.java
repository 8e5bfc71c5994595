package io.vigil.cli.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Runs children: the bus first, then everything else at once; starts again what crashes; stops tier by tier in reverse order.
 * Its decisions are made on one thread.
 */
public final class Supervisor implements AutoCloseable {

    private static final Duration PROBE_EVERY = Duration.ofMillis(100);
    private static final int CRASHES_BEFORE_READY = 2;

    private final List<Child> children;
    private final Journal journal;
    private final BackOff backOff;
    private final Map<String, Integer> crashes = new HashMap<>();
    private final ScheduledExecutorService decisions = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("vigil-supervisor").factory());
    private volatile boolean started;
    private volatile boolean stopping;

    /**
     * Starts nothing yet.
     *
     * @param specs the children
     * @param journal hears every line and event
     * @param backOff pauses between restarts
     */
    public Supervisor(List<ChildSpec> specs, Journal journal, BackOff backOff) {
        this.children = specs.stream().map(spec -> new Child(spec, journal)).toList();
        this.journal = journal;
        this.backOff = backOff;
    }

    /**
     * Starts all children and waits until every one is ready.
     *
     * @param patience how long all of it may take
     * @throws StartFailed when a child keeps crashing or is not ready in time; the children are then still to be stopped
     */
    public void start(Duration patience) throws StartFailed, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        startAndAwait(child -> child.spec().tier() == Tier.BUS, deadline);
        startAndAwait(child -> child.spec().tier() != Tier.BUS, deadline);
        started = true;
    }

    /** The children, in the order of the plan. */
    public List<ChildStatus> children() {
        return children.stream().map(Child::status).toList();
    }

    private void startAndAwait(Predicate<Child> chosen, long deadline) throws StartFailed, InterruptedException {
        List<Child> waiting = new ArrayList<>(children.stream().filter(chosen).toList());
        for (Child child : waiting) {
            launch(child);
        }
        while (!waiting.isEmpty()) {
            for (Child child : List.copyOf(waiting)) {
                if (child.isReady()) {
                    waiting.remove(child);
                    journal.event(
                            child.spec().name(),
                            "ready after %.1f s".formatted(child.age().toMillis() / 1e3));
                }
            }
            refuseHopeless(waiting, deadline);
            pause();
        }
    }

    private void refuseHopeless(List<Child> waiting, long deadline) throws StartFailed {
        for (Child child : waiting) {
            if (crashCount(child) >= CRASHES_BEFORE_READY) {
                throw new StartFailed(child.spec().name(), "ended twice while starting", child.lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw new StartFailed(child.spec().name(), "is not ready in time", child.lastLines());
            }
        }
    }

    private void pause() throws InterruptedException {
        if (decisions.awaitTermination(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("stopped while starting");
        }
    }

    private synchronized int crashCount(Child child) {
        return crashes.getOrDefault(child.spec().name(), 0);
    }

    private synchronized void launch(Child child) {
        if (stopping) {
            return;
        }
        try {
            child.start(ended -> decide(() -> afterExit(ended)));
            journal.event(child.spec().name(), "started");
        } catch (IOException cannotRun) {
            journal.event(child.spec().name(), "cannot be started: " + cannotRun.getMessage());
            decide(() -> afterExit(child));
        }
    }

    private void decide(Runnable decision) {
        if (!decisions.isShutdown()) {
            decisions.execute(decision);
        }
    }

    private synchronized void afterExit(Child child) {
        if (stopping) {
            return;
        }
        String name = child.spec().name();
        boolean recovered = child.age().compareTo(backOff.stable()) > 0;
        int count = recovered ? 1 : crashCount(child) + 1;
        crashes.put(name, count);
        Duration pause = started ? backOff.pause(count) : backOff.first();
        journal.event(
                name,
                "ended unexpectedly (status %d), starting it again in %.1f s"
                        .formatted(child.exitStatus(), pause.toMillis() / 1e3));
        var _ = decisions.schedule(() -> launch(child), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Stops everything: gateway, workers (they drain), store, bus. Waits for each tier before the next. */
    @Override
    public void close() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
            decisions.shutdownNow();
        }
        Tier[] tiers = Tier.values();
        for (int i = tiers.length - 1; i >= 0; i--) {
            stop(tiers[i]);
        }
    }

    private void stop(Tier tier) {
        List<Child> alive = children.stream()
                .filter(child -> child.spec().tier() == tier && child.isAlive())
                .toList();
        alive.forEach(Child::requestStop);
        for (Child child : alive) {
            try {
                boolean willingly = child.awaitStop();
                journal.event(child.spec().name(), willingly ? "stopped" : "did not stop in time and was killed");
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
