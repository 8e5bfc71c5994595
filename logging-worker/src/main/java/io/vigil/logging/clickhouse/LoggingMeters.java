package io.vigil.logging.clickhouse;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vigil.telemetry.Meters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the event log counts and measures. */
public final class LoggingMeters {

    /** Time of one attempt to insert a batch, in seconds. Tag: outcome (acknowledged, failed). */
    public static final String INSERT_DURATION = "vigil.logging.insert.duration";

    /** Rows of one batch that was acknowledged. */
    public static final String BATCH_ROWS = "vigil.logging.batch.rows";

    /** Age of the oldest event of a batch when it is stored, from when the stream took it, in seconds: how far the log is behind. */
    public static final String BATCH_AGE = "vigil.logging.batch.age";

    /** Rows by what became of them. Tag: result (stored; known: dropped because they were stored before; refused). */
    public static final String ROWS = "vigil.logging.rows";

    /** Attempts that failed and are made again. */
    public static final String INSERT_RETRIES = "vigil.logging.insert.retries";

    private final Timer acknowledged;
    private final Timer failed;
    private final Timer age;
    private final DistributionSummary size;
    private final Counter stored;
    private final Counter known;
    private final Counter refused;
    private final Counter retries;

    public LoggingMeters(MeterRegistry registry) {
        acknowledged = duration("acknowledged", registry);
        failed = duration("failed", registry);
        age = Timer.builder(BATCH_AGE)
                .description("Age of the oldest event of a batch when it is stored")
                .publishPercentileHistogram()
                .register(registry);
        size = DistributionSummary.builder(BATCH_ROWS)
                .description("Rows of one batch")
                .baseUnit("rows")
                .register(registry);
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
                new Meters.Description(
                        ROWS, "counter", List.of("result"), "Rows stored; known: dropped as duplicates; or refused"),
                new Meters.Description(
                        BATCH_ROWS, "distribution", List.of(), "Rows of one batch that was acknowledged"),
                new Meters.Description(
                        BATCH_AGE,
                        "timer",
                        List.of(),
                        "Age of the oldest event of a batch when it is stored, in seconds: how far the log is behind"),
                new Meters.Description(
                        INSERT_RETRIES, "counter", List.of(), "Attempts that failed and are made again"));
    }

    /** Rows that are dropped: their events were stored before, or come twice in a batch. */
    public void known(int count) {
        known.increment(count);
    }

    void inserted(long nanos, boolean success) {
        (success ? acknowledged : failed).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** How old the oldest event of a batch was when all were stored. */
    public void age(Duration age) {
        this.age.record(age.isNegative() ? Duration.ZERO : age);
    }

    /** Rows of one batch, acknowledged. */
    void stored(int rows) {
        size.record(rows);
        stored.increment(rows);
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
