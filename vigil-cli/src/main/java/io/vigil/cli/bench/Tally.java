package io.vigil.cli.bench;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Counts what came back. Used by many threads. */
final class Tally {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(5);
    private static final int DIGITS = 3;

    private final ConcurrentHistogram latencies = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    private final Map<String, LongAdder> decisions = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentSkipListMap<>();

    /**
     * Counts one request.
     *
     * @param nanos from the moment at which it should have started to its end
     */
    void add(Verdict verdict, long nanos) {
        switch (verdict) {
            case Verdict.Decided(String decision) -> {
                latencies.recordValue(Math.clamp(nanos / 1_000, 1L, LONGEST_MICROS));
                decisions.computeIfAbsent(decision, any -> new LongAdder()).increment();
            }
            case Verdict.Failed(String kind) ->
                errors.computeIfAbsent(kind, any -> new LongAdder()).increment();
        }
    }

    /** Latencies of the answered requests in microseconds. */
    Histogram latencies() {
        return latencies.copy();
    }

    /** How often each decision came. */
    Map<String, Long> decisions() {
        return counts(decisions);
    }

    /** How often each kind of error came. */
    Map<String, Long> errors() {
        return counts(errors);
    }

    private static Map<String, Long> counts(Map<String, LongAdder> adders) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        adders.forEach((name, adder) -> counts.put(name, adder.sum()));
        return counts;
    }
}
