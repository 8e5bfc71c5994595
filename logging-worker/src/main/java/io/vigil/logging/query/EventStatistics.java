package io.vigil.logging.query;

import io.vigil.eventlog.EventStats;
import io.vigil.eventlog.EventStats.Bucket;
import io.vigil.eventlog.EventStats.Latency;
import io.vigil.eventlog.EventStats.Point;
import io.vigil.eventlog.EventStats.Share;
import io.vigil.eventlog.StatsQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Figures over the events of a time. Thread-safe. */
public final class EventStatistics {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final int TENTHS = 10;

    private final BoundedQueries queries;
    private final InstantSource clock;

    public EventStatistics(BoundedQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The figures.
     *
     * @param caller tenant of whoever asks; empty for everybody's events
     * @throws QuestionFailedException a field is not allowed, or the log cannot be read
     */
    public EventStats of(String caller, StatsQuery query) {
        TimeRange time = TimeRange.of(
                query.from(), query.to(), clock.instant(), USUAL, query.width().longest());
        var conditions = Conditions.of(time, caller, query.tenant());
        String from = " FROM " + queries.events() + " WHERE " + conditions.sql();
        var parameters = conditions.parameters();
        Totals totals =
                queries.list(Totals.COLUMNS + from, parameters, Totals.class).getFirst();
        var scores = queries.list(Scored.COLUMNS + from + Scored.GROUPS, parameters, Scored.class);
        var named = queries.list(Named.COLUMNS + from + Named.GROUPS, parameters, Named.class);
        return new EventStats(
                time.from(),
                time.to(),
                totals.total(),
                decisions(scores, totals.events()),
                queries.list(series(query.width(), from), parameters, Point.class),
                buckets(scores),
                shares(named, "category", totals.events()),
                totals.branches(),
                shares(named, "boost", totals.events()),
                totals.personalData(shares(named, "pii", totals.events())),
                latency(totals, queries.list(Stage.COLUMNS + from + Stage.GROUPS, parameters, Stage.class)));
    }

    private static String series(StatsQuery.Interval interval, String from) {
        return "SELECT toDateTime64(toStartOfInterval(occurred_at, INTERVAL 1 " + interval.name()
                + "), 3, 'UTC') AS at,"
                + " count() AS total, countIf(decision = 'ALLOW') AS allowed, countIf(decision = 'SANITIZE') AS sanitized,"
                + " countIf(decision = 'BLOCK') AS blocked, countIf(decision = 'EXPIRED') AS expired"
                + from + " GROUP BY at ORDER BY at";
    }

    private static List<Share> decisions(List<Scored> scores, long events) {
        var counts = new TreeMap<String, Long>();
        scores.forEach(scored -> counts.merge(scored.decision(), scored.count(), Long::sum));
        return counts.entrySet().stream()
                .map(count -> share(count.getKey(), count.getValue(), events))
                .sorted(Comparator.comparingLong(Share::count).reversed())
                .toList();
    }

    /** The last tenth has eleven values: 100 belongs to it. */
    private static List<Bucket> buckets(List<Scored> scores) {
        long[] counts = new long[TENTHS];
        scores.stream()
                .filter(scored -> !scored.decision().equals("EXPIRED"))
                .forEach(scored -> counts[scored.tenth()] += scored.count());
        var buckets = new ArrayList<Bucket>();
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            int last = tenth == TENTHS - 1 ? 100 : tenth * TENTHS + 9;
            buckets.add(new Bucket(tenth * TENTHS, last, counts[tenth]));
        }
        return buckets;
    }

    private static List<Share> shares(List<Named> named, String kind, long events) {
        return named.stream()
                .filter(one -> one.kind().equals(kind))
                .map(one -> share(one.name(), one.count(), events))
                .toList();
    }

    private static Share share(String name, long count, long events) {
        return new Share(name, count, Totals.percentage(count, events));
    }

    private static List<Latency> latency(Totals totals, List<Stage> stages) {
        var all = new ArrayList<Latency>();
        if (totals.events() > 0) {
            all.add(new Stage("total", totals.micros()).latency());
        }
        stages.forEach(stage -> all.add(stage.latency()));
        return all;
    }

    private record Scored(String decision, int tenth, long count) {

        static final String COLUMNS = "SELECT decision, intDiv(least(threat_score, 99), 10) AS tenth, count() AS count";
        static final String GROUPS = " GROUP BY decision, tenth";
    }

    private record Named(String kind, String name, long count) {

        static final String COLUMNS = """
                SELECT tupleElement(one, 1) AS kind, tupleElement(one, 2) AS name, count() AS count FROM (
                SELECT arrayJoin(arrayConcat(
                    arrayMap(x -> ('category', toString(x)), categories),
                    arrayMap(x -> ('boost', toString(x)), boosts_applied),
                    arrayMap(x -> ('pii', toString(x)), pii_types_detected))) AS one""";
        static final String GROUPS = ") GROUP BY kind, name ORDER BY count DESC, name LIMIT 20 BY kind";
    }

    private record Stage(String stage, List<Double> micros) {

        static final String COLUMNS = """
                SELECT tupleElement(one, 1) AS stage, quantilesTDigest(0.5, 0.95, 0.99)(tupleElement(one, 2)) AS micros
                FROM (SELECT arrayJoin(arrayMap(
                    s -> (toString(s), work_micros[s] + queued_micros[s]), mapKeys(work_micros))) AS one""";
        static final String GROUPS = ") GROUP BY stage ORDER BY stage LIMIT 50";

        Latency latency() {
            return new Latency(stage, millis(0), millis(1), millis(2));
        }

        private double millis(int quantile) {
            return Math.round(micros.get(quantile)) / 1000.0;
        }
    }
}
