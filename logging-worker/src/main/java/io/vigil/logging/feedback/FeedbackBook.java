package io.vigil.logging.feedback;

import io.vigil.eventlog.FeedbackQuery;
import io.vigil.eventlog.FeedbackRequest;
import io.vigil.eventlog.FeedbackStored;
import io.vigil.eventlog.FeedbackSummary;
import io.vigil.logging.query.BoundedQueries;
import io.vigil.logging.query.Conditions;
import io.vigil.logging.query.QuestionFailedException;
import io.vigil.logging.query.TimeRange;
import io.vigil.service.ServiceCaller;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes feedback and sums it up. Thread-safe. */
public final class FeedbackBook {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final BoundedQueries queries;
    private final FeedbackTable table;
    private final InstantSource clock;

    public FeedbackBook(BoundedQueries queries, FeedbackTable table, InstantSource clock) {
        this.queries = queries;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Keeps feedback, in place of what the same key has said of the same event.
     *
     * @throws QuestionFailedException the caller has no such event, or the log cannot be reached
     */
    public FeedbackStored keep(ServiceCaller caller, FeedbackRequest request) {
        var conditions =
                new Conditions().text("event_id = %s", request.eventId()).ownedBy(caller.tenant());
        var judged = """
                SELECT event_id, tenant, client, session, occurred_at, decision, threat_score, categories
                FROM %s WHERE %s LIMIT 1""".formatted(queries.events(), conditions.sql());
        List<JudgedEvent> events = queries.list(judged, conditions.parameters(), JudgedEvent.class);
        if (events.isEmpty()) {
            throw QuestionFailedException.unknownEvent();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        table.insert(FeedbackRow.of(events.getFirst(), request, caller.actor(), now));
        return new FeedbackStored(request.eventId(), request.kind(), request.reason(), now);
    }

    /**
     * Sums feedback up.
     *
     * @param caller tenant of whoever asks; empty for everybody's
     * @throws QuestionFailedException a field is not allowed, or the log cannot be read
     */
    public FeedbackSummary summary(String caller, FeedbackQuery query) {
        TimeRange time = TimeRange.of(query.from(), query.to(), clock.instant(), USUAL, LONGEST);
        var conditions = new Conditions()
                .ownedBy(caller)
                .text("tenant = %s", query.tenant())
                .time("reported_at >= %s", time.from())
                .time("reported_at < %s", time.to());
        // The table keeps the latest of each reporter on each event.
        var reported = "SELECT kind, reason, threat_score, categories FROM %s WHERE %s LIMIT 100000"
                .formatted(queries.feedback(), conditions.sql());
        return Sums.of(time, queries.list(reported, conditions.parameters(), Report.class));
    }
}
