package io.vigil.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Memory that large bodies share, so that many of them at a time are refused and not read. Thread-safe. */
public final class BodyBudget {

    private static final int KIBIBYTE = 1024;

    private final Semaphore kibibytes;
    private final int most;

    /**
     * A budget.
     *
     * @param total for all bodies together
     * @param most for one, at most {@code total}
     */
    public BodyBudget(DataSize total, DataSize most) {
        this.kibibytes = new Semaphore(Math.toIntExact(total.toKilobytes()));
        this.most = Math.toIntExact(most.toKilobytes());
    }

    /** Reserves what a request announces, or the most where it announces nothing; null where too little is left. */
    @Nullable Reservation reserve(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        int wanted = announced < 0 ? most : (int) Math.min(most, announced / KIBIBYTE + 1);
        return kibibytes.tryAcquire(wanted) ? () -> kibibytes.release(wanted) : null;
    }

    /** A part of the budget, until it is closed. */
    @FunctionalInterface
    interface Reservation extends AutoCloseable {
        @Override
        void close();
    }
}
