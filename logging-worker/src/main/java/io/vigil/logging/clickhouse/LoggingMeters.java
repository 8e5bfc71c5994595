package io.vigil.logging.clickhouse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigil.telemetry.Meters;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the event log counts and measures. */
public final class LoggingMeters {

    /** Time of one attempt to insert a batch, in seconds. Tag: outcome (acknowledged, failed). */
    public static final String INSERT_DURATION = "vigil.logging.insert.duration";

    /** Rows by what became of them. Tag: result (stored, known, refused). */
    public static final String ROWS = "vigil.logging.rows";

    /** Attempts that failed and are made again. */
    public static final String INSERT_RETRIES = "vigil.logging.insert.retries";

    private final Timer acknowledged;
    private final Timer failed;
    private final Counter stored;
    private final Counter known;
    private final Counter refused;
    private final Counter retries;

    public LoggingMeters(MeterRegistry registry) {
        acknowledged = duration("acknowledged", registry);
        failed = duration("failed", registry);
        stored = rows("stored", registry);
        known = rows("known", registry);
        refused = rows("refused", registry);
        retries = Counter.builder(INSERT_RETRIES)
                .description("Attempts that failed and are made again")
                .register(registry);
    }

    /** All of them, for the documentation. */
    public static List<Meters.Description> all() {
        return List.of(
                new Meters.Description(
                        INSERT_DURATION, "timer", List.of("outcome"), "One attempt to insert a batch, in seconds"),
                new Meters.Description(ROWS, "counter", List.of("result"), "Rows stored, known already, or refused"),
                new Meters.Description(
                        INSERT_RETRIES, "counter", List.of(), "Attempts that failed and are made again"));
    }

    /** Rows that were there already when their events were delivered again. */
    public void known(int count) {
        known.increment(count);
    }

    void inserted(long nanos, boolean success) {
        (success ? acknowledged : failed).record(nanos, TimeUnit.NANOSECONDS);
    }

    void stored(int count) {
        stored.increment(count);
    }

    void refused(int count) {
        refused.increment(count);
    }

    void retried() {
        retries.increment();
    }

    private static Timer duration(String outcome, MeterRegistry registry) {
        return Timer.builder(INSERT_DURATION)
                .description("One attempt to insert a batch")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry);
    }

    private static Counter rows(String result, MeterRegistry registry) {
        return Counter.builder(ROWS)
                .description("Rows by what became of them")
                .baseUnit("rows")
                .tag("result", result)
                .register(registry);
    }
}
