package io.vigil.deadletter;

import io.nats.client.Connection;
import io.vigil.connection.StreamScan;
import io.vigil.topology.Streams;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds dead letters by what their headers say. No body is read: what is found here has none. Thread-safe; blocks. */
public final class LetterSearch {

    /** Letters that one count looks at: about 30 MB of headers. */
    private static final int MOST_COUNTED = 50_000;

    private final StreamScan scan;

    public LetterSearch(Connection connection) {
        this.scan = new StreamScan(connection);
    }

    /**
     * Letters in order of arrival.
     *
     * @param after only those at later places; 0 for the beginning
     * @param limit most to return
     */
    public List<DeadLetter> find(LetterFilter filter, long after, int limit) throws IOException {
        var found = new ArrayList<DeadLetter>();
        visit(filter, after, letter -> {
            if (filter.matches(letter)) {
                found.add(letter);
            }
            return found.size() < limit;
        });
        return List.copyOf(found);
    }

    /** Counts the letters that a filter means. */
    public LetterCounts count(LetterFilter filter) throws IOException {
        var reasons = new TreeMap<String, Long>();
        var consumers = new TreeMap<String, Long>();
        long[] seen = {0};
        visit(filter, 0, letter -> {
            if (filter.matches(letter)) {
                reasons.merge(letter.reason(), 1L, Long::sum);
                consumers.merge(letter.consumer(), 1L, Long::sum);
            }
            seen[0]++;
            return seen[0] < MOST_COUNTED;
        });
        long total = reasons.values().stream().mapToLong(Long::longValue).sum();
        return new LetterCounts(total, reasons, consumers, seen[0] < MOST_COUNTED);
    }

    private void visit(LetterFilter filter, long after, Predicate<DeadLetter> visitor) throws IOException {
        scan.visit(
                Streams.DLQ,
                filter.subjects(),
                after + 1,
                StreamScan.Content.HEADERS,
                (frame, arrival) -> visitor.test(new DeadLetter(arrival.sequence(), arrival.storedAt(), frame)));
    }
}
