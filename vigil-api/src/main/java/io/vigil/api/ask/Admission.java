package io.vigil.api.ask;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many requests are open and shares the places among tenants. A lone tenant may have all of them. While others are
 * present, none has more than its share: the rest stays free for them, and what is in the work queue before theirs stays short. Who
 * has less than its share and finds no place waits for one; a place that becomes free goes to whoever holds fewest. Thread-safe.
 */
public final class Admission {

    /** How long a tenant counts as present after its last request. */
    private static final Duration PRESENCE = Duration.ofSeconds(10);

    private final int places;
    private final int share;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Tenant> tenants = new HashMap<>();
    private int taken;

    /**
     * All places free.
     *
     * @param places most requests open at a time, 1 or more
     * @param share part of the places that a tenant may have while others are present, more than 0 up to 1
     * @param patience longest wait for a place
     * @param nanoTime as {@link System#nanoTime}
     */
    public Admission(int places, double share, Duration patience, LongSupplier nanoTime) {
        this.places = places;
        this.share = Math.max(1, (int) (places * share));
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    private static final class Tenant {
        private int held;
        private long seen;
        private final Deque<Waiter> waiting = new ArrayDeque<>();

        boolean absent(long before) {
            return held == 0 && waiting.isEmpty() && seen - before < 0;
        }
    }

    private static final class Waiter {
        private final Condition signal;
        private boolean admitted;

        Waiter(Condition signal) {
            this.signal = signal;
        }
    }

    /**
     * Takes a place, or waits for one.
     *
     * @param name of the tenant; empty is one like the others
     * @return whether there was one; {@link #leave} it then
     * @throws InterruptedException when the service stops
     */
    boolean enter(String name) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Tenant tenant = present(name);
            if (tenant.held + tenant.waiting.size() >= (tenants.size() > 1 ? share : places)) {
                return false;
            }
            if (taken < places) {
                admit(tenant);
                return true;
            }
            return await(tenant);
        } finally {
            lock.unlock();
        }
    }

    /** Gives a place back. */
    void leave(String name) {
        lock.lock();
        try {
            Tenant tenant = tenants.get(name);
            if (tenant == null || tenant.held == 0) {
                throw new IllegalStateException("nobody of this tenant is here");
            }
            tenant.held--;
            taken--;
            Tenant next = next();
            if (next != null) {
                admit(next);
                Waiter first = next.waiting.removeFirst();
                first.admitted = true;
                first.signal.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private Tenant present(String name) {
        long now = nanoTime.getAsLong();
        Tenant tenant = tenants.computeIfAbsent(name, any -> new Tenant());
        tenant.seen = now;
        tenants.values().removeIf(other -> other != tenant && other.absent(now - PRESENCE.toNanos()));
        return tenant;
    }

    private void admit(Tenant tenant) {
        tenant.held++;
        taken++;
    }

    private boolean await(Tenant tenant) throws InterruptedException {
        var waiter = new Waiter(lock.newCondition());
        tenant.waiting.addLast(waiter);
        long left = patience.toNanos();
        try {
            while (!waiter.admitted && left > 0) {
                left = waiter.signal.awaitNanos(left);
            }
        } finally {
            if (!waiter.admitted) {
                tenant.waiting.remove(waiter);
            }
        }
        return waiter.admitted;
    }

    /** Whose turn it is; null where nobody waits. */
    private @Nullable Tenant next() {
        return tenants.values().stream()
                .filter(tenant -> !tenant.waiting.isEmpty())
                .min(Comparator.comparingInt(tenant -> tenant.held))
                .orElse(null);
    }
}
