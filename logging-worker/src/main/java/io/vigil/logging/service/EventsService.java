package io.vigil.logging.service;

import io.nats.client.Connection;
import io.vigil.eventlog.EraseRequest;
import io.vigil.eventlog.EventQuery;
import io.vigil.eventlog.EventReference;
import io.vigil.eventlog.FeedbackQuery;
import io.vigil.eventlog.FeedbackRequest;
import io.vigil.eventlog.ReplayRequest;
import io.vigil.eventlog.StatsQuery;
import io.vigil.logging.explain.Explanations;
import io.vigil.logging.feedback.FeedbackBook;
import io.vigil.logging.query.EventSearch;
import io.vigil.logging.query.EventStatistics;
import io.vigil.logging.query.QuestionFailedException;
import io.vigil.logging.replay.Replay;
import io.vigil.service.RequestService;
import io.vigil.service.ServiceCaller;
import io.vigil.service.ServiceOperation;
import io.vigil.service.ServiceResult;
import io.vigil.topology.Subjects;
import io.vigil.wire.MessageCodec;
import java.util.List;
import java.util.function.BiFunction;

/** The micro service of the logging workers, on {@code vigil.service.events.*}. */
public final class EventsService {

    /** Name in service discovery. */
    public static final String NAME = "vigil-events";

    private EventsService() {}

    /** Everything that answers. */
    public record Answers(
            EventSearch search,
            Explanations explanations,
            EventStatistics statistics,
            Replay replay,
            FeedbackBook feedback,
            Erasures erasures) {}

    /**
     * A service that does not listen yet.
     *
     * @param maxInFlight most requests that are worked on at a time
     */
    public static RequestService of(Connection connection, Answers answers, MessageCodec codec, int maxInFlight) {
        return new RequestService(
                connection,
                new RequestService.About(NAME, "Reads and explains the event log"),
                codec,
                maxInFlight,
                List.of(
                        operation(
                                "search",
                                Subjects.EVENTS_SEARCH,
                                EventQuery.class,
                                (caller, query) -> answers.search().page(caller.tenant(), query)),
                        operation(
                                "get",
                                Subjects.EVENTS_GET,
                                EventReference.class,
                                (caller, event) -> answers.explanations().of(caller.tenant(), event.eventId())),
                        operation(
                                "stats",
                                Subjects.EVENTS_STATS,
                                StatsQuery.class,
                                (caller, query) -> answers.statistics().of(caller.tenant(), query)),
                        operation(
                                "replay",
                                Subjects.EVENTS_REPLAY,
                                ReplayRequest.class,
                                (caller, request) -> answers.replay().of(caller.tenant(), request)),
                        operation(
                                "feedback",
                                Subjects.EVENTS_FEEDBACK,
                                FeedbackRequest.class,
                                (caller, request) -> answers.feedback().keep(caller, request)),
                        operation(
                                "feedback-summary",
                                Subjects.EVENTS_FEEDBACK_SUMMARY,
                                FeedbackQuery.class,
                                (caller, query) -> answers.feedback().summary(caller.tenant(), query)),
                        operation(
                                "erase",
                                Subjects.EVENTS_ERASE,
                                EraseRequest.class,
                                (caller, request) -> answers.erasures().erase(caller.tenant(), request))));
    }

    private static <T> ServiceOperation<T> operation(
            String name, String subject, Class<T> type, BiFunction<ServiceCaller, T, Object> work) {
        return new ServiceOperation<>(name, subject, type, (caller, request) -> {
            try {
                return new ServiceResult.Answer(work.apply(caller, request));
            } catch (QuestionFailedException e) {
                return new ServiceResult.Fault(e.fault());
            }
        });
    }
}
