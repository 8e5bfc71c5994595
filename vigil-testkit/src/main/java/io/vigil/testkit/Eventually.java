package io.vigil.testkit;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for a condition, up to a deadline that must be named. */
public final class Eventually {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Duration limit;

    private Eventually(Duration limit) {
        this.limit = limit;
    }

    /** The longest time to wait. */
    public static Eventually within(Duration limit) {
        return new Eventually(limit);
    }

    /** The longest time to wait, in seconds. */
    public static Eventually withinSeconds(long limit) {
        return within(Duration.ofSeconds(limit));
    }

    /** Waits until the probe says true. A probe that throws has not said true yet. */
    public void isTrue(String what, Callable<Boolean> probe) {
        satisfies(what, probe, Boolean.TRUE::equals);
    }

    /** Waits until the probe returns this value. */
    public <T> void becomes(String what, T expected, Callable<? extends T> probe) {
        satisfies(what + " = " + expected, probe, value -> Objects.equals(expected, value));
    }

    /**
     * Waits until the probe returns a value that fits.
     *
     * @return the value that did
     * @throws AssertionError at the deadline, with the last value or error
     */
    public <T extends @Nullable Object> T satisfies(String what, Callable<T> probe, Predicate<? super T> fits) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            String last;
            @Nullable Throwable cause = null;
            try {
                T value = probe.call();
                if (fits.test(value)) {
                    return value;
                }
                last = "last value: " + value;
            } catch (Exception | AssertionError error) {
                last = "last error: " + error;
                cause = error;
            }
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new AssertionError(what + ": not within " + limit + "; " + last, cause);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Waits until the assertions hold. */
    public void holds(Assertions assertions) {
        satisfies(
                "assertions",
                () -> {
                    assertions.check();
                    return true;
                },
                held -> held);
    }

    /** Something that throws {@link AssertionError} as long as it does not hold. */
    @FunctionalInterface
    public interface Assertions {
        void check() throws Exception;
    }
}
