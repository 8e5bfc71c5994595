package io.vigil.logging.feedback;

import io.vigil.eventlog.FeedbackKind;
import io.vigil.eventlog.FeedbackReason;
import io.vigil.eventlog.FeedbackRequest;
import io.vigil.logging.event.EventRow;
import java.time.Instant;
import java.util.List;

/**
 * A row of the table of feedback; the components are its columns.
 *
 * @param reporter public id of the key that gave the feedback; {@code anonymous} without keys
 */
record FeedbackRow(
        String eventId,
        String reporter,
        String tenant,
        String reportedAt,
        FeedbackKind kind,
        FeedbackReason reason,
        String comment,
        String client,
        String session,
        String occurredAt,
        String decision,
        int threatScore,
        List<String> categories) {

    FeedbackRow {
        categories = List.copyOf(categories);
    }

    static FeedbackRow of(JudgedEvent event, FeedbackRequest request, String reporter, Instant now) {
        return new FeedbackRow(
                event.eventId(),
                reporter.isEmpty() ? "anonymous" : reporter,
                event.tenant(),
                EventRow.timestamp(now),
                request.kind(),
                request.reason(),
                request.comment() == null ? "" : request.comment(),
                event.client(),
                event.session(),
                EventRow.timestamp(event.occurredAt()),
                event.decision(),
                event.threatScore(),
                event.categories());
    }
}
