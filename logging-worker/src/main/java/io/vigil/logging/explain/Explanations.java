package io.vigil.logging.explain;

import io.vigil.eventlog.EventEntry;
import io.vigil.eventlog.EventExplanation;
import io.vigil.eventlog.EventExplanation.Branch;
import io.vigil.eventlog.EventExplanation.Thresholds;
import io.vigil.fusion.Boost;
import io.vigil.logging.query.BoundedQueries;
import io.vigil.logging.query.Conditions;
import io.vigil.logging.query.EventColumns;
import io.vigil.logging.query.QuestionFailedException;
import io.vigil.message.BranchReport;
import io.vigil.message.Grounds;
import io.vigil.message.MatchedRule;
import io.vigil.message.StageTiming;
import io.vigil.verdict.Flag;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Explains single events. Thread-safe. */
public final class Explanations {

    /** The order of the pipeline; other stages come after these. */
    private static final List<String> STAGES = List.of("detection", "pii", "arbiter");

    private final BoundedQueries queries;

    public Explanations(BoundedQueries queries) {
        this.queries = queries;
    }

    /**
     * Explains an event.
     *
     * @param caller tenant of whoever asks; empty for everybody's events
     * @throws QuestionFailedException the caller has no such event, or the log cannot be read
     */
    public EventExplanation of(String caller, String eventId) {
        var conditions = new Conditions().text("event_id = %s", eventId).ownedBy(caller);
        String rest = " FROM " + queries.events() + " WHERE " + conditions.sql() + " LIMIT 1";
        var entries = queries.list("SELECT " + EventColumns.LISTED + rest, conditions.parameters(), EventEntry.class);
        var stored = queries.list("SELECT " + StoredEvent.COLUMNS + rest, conditions.parameters(), StoredEvent.class);
        if (entries.isEmpty() || stored.isEmpty()) {
            throw QuestionFailedException.unknownEvent();
        }
        return of(entries.getFirst(), stored.getFirst());
    }

    static EventExplanation of(EventEntry event, StoredEvent stored) {
        Grounds grounds = stored.grounds();
        var branches = stored.branches().stream()
                .map(report -> branch(report, grounds))
                .toList();
        var boosts = event.boostsApplied().stream()
                .map(name -> new EventExplanation.Boost(
                        name,
                        reason(name),
                        grounds == null ? null : grounds.lifts().get(name)))
                .toList();
        List<MatchedRule> rules = grounds == null ? List.of() : grounds.rules();
        var thresholds = grounds == null
                ? null
                : new Thresholds(
                        grounds.blockThreshold(), grounds.sanitizeThreshold(), grounds.unsanitizableBlockFrom());
        return new EventExplanation(
                event,
                new PlainWords(event, branches, boosts, rules, thresholds).summary(),
                branches,
                grounds == null ? null : grounds.weightedScore(),
                boosts,
                rules,
                thresholds,
                flags(event.flags()),
                stored.explanations(),
                stored.piiCounts(),
                stored.versions(),
                timings(stored),
                stored.text());
    }

    private static Branch branch(BranchReport report, @Nullable Grounds grounds) {
        Double weight =
                grounds == null ? null : grounds.weights().get(report.branch().wireName());
        String letter = String.valueOf(report.branch().letter()).toLowerCase(Locale.ROOT);
        String name = report.branch().wireName();
        return switch (report) {
            case BranchReport.Scored scored ->
                new Branch(
                        letter,
                        name,
                        "scored",
                        null,
                        scored.score(),
                        weight,
                        scored.threatLevel().name(),
                        scored.confidence(),
                        scored.criticalSignals().stream()
                                .map(signal -> signal.name().toLowerCase(Locale.ROOT))
                                .sorted()
                                .toList(),
                        scored.explanations(),
                        scored.micros());
            case BranchReport.Degraded degraded ->
                new Branch(
                        letter,
                        name,
                        "degraded",
                        WhyNot.degraded(degraded.reason()),
                        null,
                        weight,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        degraded.micros());
            case BranchReport.Skipped skipped ->
                new Branch(
                        letter,
                        name,
                        "skipped",
                        WhyNot.skipped(skipped.reason()),
                        null,
                        weight,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null);
        };
    }

    private static String reason(String boost) {
        return Arrays.stream(Boost.values())
                .filter(known -> known.name().equals(boost))
                .map(Boost::reason)
                .findFirst()
                .orElse("a rule of another version");
    }

    private static Map<String, String> flags(List<String> names) {
        var flags = new LinkedHashMap<String, String>();
        names.forEach(name -> flags.put(name, Flag.of(name).map(Flag::reason).orElseGet(() -> other(name))));
        return flags;
    }

    private static String other(String flag) {
        return flag.startsWith("expired_at_")
                ? "nobody waited for the answer any more when the stage took the request"
                : "a fact of another version";
    }

    private static List<StageTiming> timings(StoredEvent stored) {
        return stored.workMicros().entrySet().stream()
                .map(work -> new StageTiming(
                        work.getKey(), stored.queuedMicros().getOrDefault(work.getKey(), 0L), work.getValue()))
                .sorted(Comparator.comparingInt(timing -> place(timing.stage())))
                .toList();
    }

    private static int place(String stage) {
        int place = STAGES.indexOf(stage);
        return place < 0 ? STAGES.size() : place;
    }
}
