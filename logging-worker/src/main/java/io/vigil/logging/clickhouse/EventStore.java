package io.vigil.logging.clickhouse;

import com.clickhouse.client.api.Client;
import io.github.resilience4j.core.IntervalFunction;
import io.vigil.logging.event.EventRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The event log, with patience: while ClickHouse is away, each call waits and tries the same thing again, until it is done or
 * the service stops.
 *
 * <p>Why a row is there once [1]: a batch never changes, and every attempt carries the same token, so that ClickHouse
 * recognises a batch whose acknowledgement was lost. Only after ClickHouse itself has answered that it will not take the
 * rows, and so has written none of them, the batch is divided, and its parts are new batches with tokens of their own. What
 * still gets in twice, e.g. from two processes at the same time, collapses in the table.
 *
 * <p>[1] docs/event-log.md
 */
public final class EventStore {

    private static final Logger log = LoggerFactory.getLogger(EventStore.class);

    private final Client client;
    private final EventSchema schema;
    private final EventTable table;
    private final IntervalFunction pauses;
    private final LoggingMeters meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean schemaInDoubt = true;

    public EventStore(Client client, ClickHouseProperties properties, LoggingMeters meters) {
        this.client = client;
        this.schema = new EventSchema(properties);
        this.table = new EventTable(client, properties);
        this.pauses = IntervalFunction.ofExponentialRandomBackoff(
                properties.firstRetry().toMillis(),
                2,
                0.3,
                properties.lastRetry().toMillis());
        this.meters = meters;
    }

    /** Creates the schema as soon as ClickHouse is there. */
    public void prepare() throws InterruptedException {
        persistently("schema", () -> true);
    }

    /**
     * Which of these events are there already.
     *
     * @throws InterruptedException when the service stops
     */
    public Set<String> present(Collection<String> ids, Instant earliest, Instant latest) throws InterruptedException {
        return persistently("lookup", () -> table.present(ids, earliest, latest));
    }

    /**
     * Stores rows.
     *
     * @param rows with different event ids
     * @return ids of the events that can never be stored
     * @throws InterruptedException when the service stops; nothing is known then
     */
    public Set<String> store(List<EventRow> rows) throws InterruptedException {
        Set<String> refused = new HashSet<>();
        List<EncodedRow> encoded = new ArrayList<>(rows.size());
        for (EventRow row : rows) {
            try {
                encoded.add(EncodedRow.of(row));
            } catch (JacksonException unwritable) {
                refused.add(row.eventId());
            }
        }
        if (!encoded.isEmpty()) {
            store(new EventBatch(encoded), refused);
        }
        meters.refused(refused.size());
        return refused;
    }

    /** Ends all waiting; what waits is interrupted. */
    public void stop() {
        stopping.countDown();
    }

    private void store(EventBatch batch, Set<String> refused) throws InterruptedException {
        if (persistently("insert", () -> inserted(batch))) {
            return;
        }
        if (batch.rows().size() == 1) {
            refused.add(batch.rows().getFirst().eventId());
        } else {
            for (EventBatch half : batch.halves()) {
                store(half, refused);
            }
        }
    }

    private boolean inserted(EventBatch batch) throws InterruptedException {
        long start = System.nanoTime();
        boolean acknowledged = false;
        try {
            table.insert(batch);
            acknowledged = true;
            meters.stored(batch.rows().size());
            return true;
        } catch (RuntimeException e) {
            if (Failures.refusesContent(e)) {
                return false;
            }
            throw e;
        } finally {
            meters.inserted(System.nanoTime() - start, acknowledged);
        }
    }

    private <T> T persistently(String what, Attempt<T> attempt) throws InterruptedException {
        for (int failures = 0; ; ) {
            try {
                if (schemaInDoubt) {
                    schema.apply(client);
                    schemaInDoubt = false;
                }
                T result = attempt.run();
                if (failures > 0) {
                    log.info("ClickHouse is back; {} done after {} failed attempts", what, failures);
                }
                return result;
            } catch (RuntimeException e) {
                // it may come back as another server, or as an empty one
                schemaInDoubt = true;
                failures++;
                pause(what, failures, e);
            }
        }
    }

    private void pause(String what, int failures, RuntimeException error) throws InterruptedException {
        if (failures == 1) {
            log.warn("ClickHouse cannot be used ({} in {}); events wait", Failures.code(error), what);
        } else {
            log.debug("ClickHouse cannot be used ({} in {}), attempt {}", Failures.code(error), what, failures);
        }
        meters.retried();
        if (stopping.await(pauses.apply(failures), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the service stops");
        }
    }

    /** Something that fails with a {@link RuntimeException} while ClickHouse is away. */
    @FunctionalInterface
    private interface Attempt<T> {
        T run() throws InterruptedException;
    }
}
