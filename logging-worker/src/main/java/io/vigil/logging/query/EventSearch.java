package io.vigil.logging.query;

import io.vigil.eventlog.EventEntry;
import io.vigil.eventlog.EventPage;
import io.vigil.eventlog.EventQuery;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lists events, page by page. Thread-safe. */
public final class EventSearch {

    /** Longest time that a list may cover. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final Duration USUAL = Duration.ofDays(1);

    /** What a page may take of a message; the rest is for its frame. */
    private static final int PAGE_BYTES = MessageCodec.MAX_BYTES - 4096;

    private static final Map<String, String> SCORE_OF_BRANCH =
            Map.of("a", "branch_a_score", "b", "branch_b_score", "c", "branch_c_score");

    private final BoundedQueries queries;
    private final InstantSource clock;

    public EventSearch(BoundedQueries queries, InstantSource clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * A page.
     *
     * @param caller tenant of whoever asks; empty for everybody's events
     * @throws QuestionFailedException a field is not allowed, or the log cannot be read
     */
    public EventPage page(String caller, EventQuery query) {
        Cursor cursor = query.cursor() == null ? null : Cursor.decoded(query.cursor());
        TimeRange time = cursor == null
                ? TimeRange.of(query.from(), query.to(), clock.instant(), USUAL, LONGEST)
                : TimeRange.of(cursor.from(), cursor.at().plusMillis(1), clock.instant(), USUAL, LONGEST);
        var conditions = conditions(caller, query, time);
        if (cursor != null) {
            conditions.after(cursor);
        }
        // One more than asked for tells whether another page follows.
        String sql = "SELECT " + EventColumns.LISTED + " FROM " + queries.events() + " WHERE " + conditions.sql()
                + " ORDER BY occurred_at DESC, event_id DESC LIMIT " + (query.pageSize() + 1);
        var found = queries.list(sql, conditions.parameters(), EventEntry.class);
        return page(found, query.pageSize(), time);
    }

    private static Conditions conditions(String caller, EventQuery query, TimeRange time) {
        var conditions = Conditions.of(time, caller, query.tenant())
                .text("decision = %s", query.decision())
                .score("threat_score >= %s", query.minScore())
                .score("threat_score <= %s", query.maxScore())
                .text("has(categories, %s)", query.category())
                .text("has(pii_types_detected, %s)", query.piiType())
                .text("client = %s", query.client())
                .text("session = %s", query.session())
                .text("detected_language = %s", query.language())
                .text("hasAllTokens(text, %s)", query.q());
        branch(conditions, query.branch(), query.minBranchScore());
        return conditions;
    }

    private static void branch(Conditions conditions, @Nullable String branch, @Nullable Integer least) {
        String column = branch == null ? null : SCORE_OF_BRANCH.get(branch);
        if (column != null) {
            conditions.always("isNotNull(" + column + ")").score("ifNull(" + column + ", 0) >= %s", least);
        }
    }

    private static EventPage page(List<EventEntry> found, int size, TimeRange time) {
        var entries = new ArrayList<EventEntry>(found.size());
        int bytes = 0;
        for (EventEntry entry : found) {
            bytes += Json.mapper().writeValueAsBytes(entry).length + 1;
            if (entries.size() == size || bytes > PAGE_BYTES) {
                break;
            }
            entries.add(entry);
        }
        if (entries.size() == found.size()) {
            return new EventPage(entries, null);
        }
        EventEntry last = entries.getLast();
        return new EventPage(entries, new Cursor(time.from(), last.occurredAt(), last.eventId()).encoded());
    }
}
