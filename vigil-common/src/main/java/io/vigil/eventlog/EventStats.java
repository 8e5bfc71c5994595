package io.vigil.eventlog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures over a time.
 *
 * @param from first instant that counts
 * @param to first instant after it that does not
 * @param total all of them
 * @param decisions how many of each decision, most first
 * @param series one point for each interval in which something happened, oldest first
 * @param scores how many in each tenth of the scale, lowest first
 * @param categories families of attack, most first, at most 20
 * @param branches what each branch did
 * @param boosts rules that lifted scores, most first
 * @param personalData what was found of it
 * @param latency time per stage, and {@code total}
 */
public record EventStats(
        Instant from,
        Instant to,
        Total total,
        List<Share> decisions,
        List<Point> series,
        List<Bucket> scores,
        List<Share> categories,
        List<Branch> branches,
        List<Share> boosts,
        PersonalData personalData,
        List<Latency> latency) {

    public EventStats {
        decisions = List.copyOf(decisions);
        series = List.copyOf(series);
        scores = List.copyOf(scores);
        categories = List.copyOf(categories);
        branches = List.copyOf(branches);
        boosts = List.copyOf(boosts);
        latency = List.copyOf(latency);
    }

    /**
     * All events.
     *
     * @param events how many
     * @param averageScore of those that were decided, 0 to 100; null without any
     * @param averageConfidence likewise, 0 to 1
     * @param degraded in how many a branch or an engine could not do its part
     */
    public record Total(
            long events,
            @Nullable Double averageScore,
            @Nullable Double averageConfidence,
            long degraded) {}

    /**
     * A part of the events.
     *
     * @param name what they have in common
     * @param count how many
     * @param percentage of all events, 0 to 100
     */
    public record Share(String name, long count, double percentage) {}

    /** What happened in an interval that begins at an instant. */
    public record Point(Instant at, long total, long allowed, long sanitized, long blocked, long expired) {}

    /** How many scores were from one value to another, both included. */
    public record Bucket(int from, int to, long count) {}

    /**
     * What a branch did.
     *
     * @param branch {@code a}, {@code b} or {@code c}
     * @param average of its scores, 0 to 100; null where it never ran
     * @param scored in how many events it ran
     * @param degraded in how many it should have run and could not
     * @param skipped in how many it was left out
     */
    public record Branch(String branch, @Nullable Double average, long scored, long degraded, long skipped) {}

    /**
     * Personal data.
     *
     * @param events in how many it was found
     * @param percentage of all events, 0 to 100
     * @param entities how many pieces
     * @param types most first, at most 20
     */
    public record PersonalData(long events, double percentage, long entities, List<Share> types) {

        public PersonalData {
            types = List.copyOf(types);
        }
    }

    /**
     * Waiting and work of a stage, in milliseconds.
     *
     * @param stage e.g. {@code detection}, or {@code total}
     */
    public record Latency(String stage, double p50Ms, double p95Ms, double p99Ms) {}
}
