package io.vigil.api.events;

import io.vigil.eventlog.EraseRequest;
import io.vigil.eventlog.Erased;
import io.vigil.eventlog.EventExplanation;
import io.vigil.eventlog.EventPage;
import io.vigil.eventlog.EventQuery;
import io.vigil.eventlog.EventReference;
import io.vigil.eventlog.EventStats;
import io.vigil.eventlog.FeedbackQuery;
import io.vigil.eventlog.FeedbackRequest;
import io.vigil.eventlog.FeedbackStored;
import io.vigil.eventlog.FeedbackSummary;
import io.vigil.eventlog.ReplayAnswer;
import io.vigil.eventlog.ReplayRequest;
import io.vigil.eventlog.StatsQuery;
import io.vigil.topology.Subjects;

/**
 * What can be asked of the event log.
 *
 * @param subject where the workers listen
 * @param question what goes there
 * @param answer what comes back
 */
public record Operation<Q extends Record, T>(String subject, Class<Q> question, Class<T> answer) {

    /** A page of events. */
    public static final Operation<EventQuery, EventPage> SEARCH =
            new Operation<>(Subjects.EVENTS_SEARCH, EventQuery.class, EventPage.class);

    /** One event, explained. */
    public static final Operation<EventReference, EventExplanation> GET =
            new Operation<>(Subjects.EVENTS_GET, EventReference.class, EventExplanation.class);

    /** Figures. */
    public static final Operation<StatsQuery, EventStats> STATS =
            new Operation<>(Subjects.EVENTS_STATS, StatsQuery.class, EventStats.class);

    /** What another policy would have decided. */
    public static final Operation<ReplayRequest, ReplayAnswer> REPLAY =
            new Operation<>(Subjects.EVENTS_REPLAY, ReplayRequest.class, ReplayAnswer.class);

    /** Events to go for good. */
    public static final Operation<EraseRequest, Erased> ERASE =
            new Operation<>(Subjects.EVENTS_ERASE, EraseRequest.class, Erased.class);

    /** Feedback on one event. */
    public static final Operation<FeedbackRequest, FeedbackStored> FEEDBACK =
            new Operation<>(Subjects.EVENTS_FEEDBACK, FeedbackRequest.class, FeedbackStored.class);

    /** All feedback, summed up. */
    public static final Operation<FeedbackQuery, FeedbackSummary> FEEDBACK_SUMMARY =
            new Operation<>(Subjects.EVENTS_FEEDBACK_SUMMARY, FeedbackQuery.class, FeedbackSummary.class);
}
