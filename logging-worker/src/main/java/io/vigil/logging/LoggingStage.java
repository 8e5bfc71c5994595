package io.vigil.logging;

import io.vigil.delivery.Failure;
import io.vigil.delivery.Outcome;
import io.vigil.logging.clickhouse.EventStore;
import io.vigil.logging.clickhouse.LoggingMeters;
import io.vigil.logging.event.EventRow;
import io.vigil.message.DecisionEvent;
import io.vigil.wire.Envelope;
import io.vigil.worker.BatchHandler;
import io.vigil.worker.Delivered;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Stores events. Whatever was stored by an earlier delivery is not stored again. */
public final class LoggingStage implements BatchHandler<DecisionEvent> {

    /** How the ids of messages end that came back from the dead letters. */
    private static final Pattern REDRIVEN = Pattern.compile("\\.r\\d+$");

    private final EventStore store;
    private final LoggingMeters meters;
    private final boolean storeRawText;
    private final InstantSource clock;

    /** @param storeRawText whether the text as sent is stored where an event carries it */
    public LoggingStage(EventStore store, LoggingMeters meters, boolean storeRawText, InstantSource clock) {
        this.store = store;
        this.meters = meters;
        this.storeRawText = storeRawText;
        this.clock = clock;
    }

    @Override
    public List<Outcome> handle(List<Delivered<DecisionEvent>> batch) throws InterruptedException {
        Set<String> known = alreadyStored(batch);
        Map<String, EventRow> rows = new LinkedHashMap<>();
        for (var delivered : batch) {
            DecisionEvent event = delivered.message();
            if (!known.contains(event.requestId())) {
                rows.putIfAbsent(event.requestId(), EventRow.of(event, storeRawText));
            }
        }
        meters.known(batch.size() - rows.size());
        Set<String> refused = rows.isEmpty() ? Set.of() : store.store(List.copyOf(rows.values()));
        batch.stream()
                .map(delivered -> delivered.envelope().storedAt())
                .min(Comparator.naturalOrder())
                .ifPresent(oldest -> meters.age(Duration.between(oldest, clock.instant())));
        return batch.stream()
                .map(delivered -> outcome(refused.contains(delivered.message().requestId())))
                .toList();
    }

    private Set<String> alreadyStored(List<Delivered<DecisionEvent>> batch) throws InterruptedException {
        List<String> suspects = new ArrayList<>();
        Instant earliest = Instant.MAX;
        Instant latest = Instant.MIN;
        for (var delivered : batch) {
            if (deliveredBefore(delivered.envelope())) {
                Instant time = EventRow.receivedAt(delivered.message());
                suspects.add(delivered.message().requestId());
                earliest = time.isBefore(earliest) ? time : earliest;
                latest = time.isAfter(latest) ? time : latest;
            }
        }
        return suspects.isEmpty() ? Set.of() : store.present(suspects, earliest, latest);
    }

    private static boolean deliveredBefore(Envelope envelope) {
        return envelope.attempt() > 1 || REDRIVEN.matcher(envelope.messageId()).find();
    }

    private static Outcome outcome(boolean refused) {
        return refused
                ? Outcome.failed(Failure.permanentFailure("RefusedByClickHouse", "the row cannot be stored"))
                : Outcome.done();
    }
}
