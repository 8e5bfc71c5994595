package io.vigil.api.keys;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes when keys are used: for each key at most once in a while, and never while a request waits. Thread-safe. */
public final class LastUses implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LastUses.class);

    private final KeyStore store;
    private final Duration precision;
    private final ConcurrentHashMap<String, Instant> noted = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Instant> waiting = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("vigil-key-uses").factory());

    /**
     * Nothing is written before {@link #write}.
     *
     * @param precision how far what is written may be behind; more than 0
     */
    public LastUses(KeyStore store, Duration precision) {
        this.store = store;
        this.precision = precision;
    }

    /** Begins to write. */
    public LastUses write() {
        long period = Math.max(1, precision.toMillis() / 2);
        var _ = clock.scheduleWithFixedDelay(this::flush, period, period, TimeUnit.MILLISECONDS);
        return this;
    }

    /** A key was used. Does no I/O. */
    public void seen(String id, Instant now) {
        @Nullable Instant last = noted.get(id);
        if (last == null || !now.isBefore(last.plus(precision))) {
            noted.put(id, now);
            waiting.put(id, now);
        }
    }

    /** Writes what waits. */
    public void flush() {
        for (Map.Entry<String, Instant> use : waiting.entrySet()) {
            try {
                store.used(use.getKey(), use.getValue());
                waiting.remove(use.getKey(), use.getValue());
            } catch (IOException | IllegalStateException e) {
                log.debug("uses of keys wait: {}", e.getClass().getSimpleName());
                return;
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
