package io.vigil.api.web;

import io.vigil.api.access.RequiresScope;
import io.vigil.api.access.Scope;
import io.vigil.api.events.EventFormat;
import io.vigil.api.events.Operation;
import io.vigil.api.events.QuestionReader;
import io.vigil.eventlog.EventPage;
import io.vigil.eventlog.EventQuery;
import io.vigil.eventlog.EventReference;
import io.vigil.eventlog.FeedbackQuery;
import io.vigil.eventlog.FeedbackRequest;
import io.vigil.eventlog.StatsQuery;
import io.vigil.wire.Decoded;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** The event log: search it, explain an event, figures, feedback. */
@RestController
@RequiresScope(Scope.EVENTS_READ)
class EventsController {

    private static final String CSV = "text/csv";
    private static final String LOG = "/v1/events";

    private final EventsExchange events;
    private final Exchange exchange;
    private final QuestionReader questions;

    EventsController(EventsExchange events, Exchange exchange, QuestionReader questions) {
        this.events = events;
        this.exchange = exchange;
        this.questions = questions;
    }

    /** A page of events, in the format that the caller accepts. */
    @GetMapping(
            path = LOG,
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                CSV,
                MediaType.APPLICATION_NDJSON_VALUE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE
            })
    ResponseEntity<byte[]> search(HttpServletRequest request) throws InterruptedException {
        EventFormat format = Accepted.of(request.getHeader(HttpHeaders.ACCEPT));
        var question = questions.parameters(request.getParameterMap(), EventQuery.class);
        return events.ask(request, Operation.SEARCH, question, page -> page(request, format, page));
    }

    /** One event, with everything that led to its decision. */
    @GetMapping(
            path = LOG + "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> explain(@PathVariable("id") String id, HttpServletRequest request)
            throws InterruptedException {
        return events.ask(request, Operation.GET, reference(id), exchange::answer);
    }

    /** Figures. */
    @GetMapping(
            path = "/v1/stats",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> stats(HttpServletRequest request) throws InterruptedException {
        return events.ask(request, Operation.STATS, questions.parameters(request.getParameterMap(), StatsQuery.class));
    }

    /** What somebody says of a decision. */
    @PostMapping(
            path = LOG + "/{id}/feedback",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> feedback(@PathVariable("id") String id, HttpServletRequest request)
            throws IOException, InterruptedException {
        return exchange.check(
                request,
                (body, identity, trace) -> events.ask(
                        request, Operation.FEEDBACK, questions.body(body, "event_id", id, FeedbackRequest.class)));
    }

    /** All of that, summed up. */
    @GetMapping(
            path = "/v1/feedback/summary",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<byte[]> feedbackSummary(HttpServletRequest request) throws InterruptedException {
        return events.ask(
                request,
                Operation.FEEDBACK_SUMMARY,
                questions.parameters(request.getParameterMap(), FeedbackQuery.class));
    }

    private Decoded<EventReference> reference(String id) {
        return questions.parameters(Map.of("event_id", new String[] {id}), EventReference.class);
    }

    private static ResponseEntity<byte[]> page(HttpServletRequest request, EventFormat format, EventPage page) {
        var response = ResponseEntity.ok().contentType(MediaType.parseMediaType(format.mediaType()));
        if (page.nextCursor() != null) {
            response.header(HttpHeaders.LINK, "<" + next(request, page.nextCursor()) + ">; rel=\"next\"");
        }
        return response.body(format.written(page));
    }

    /** The same question from where this page ended, relative to the gateway, whatever it is called from outside. */
    private static String next(HttpServletRequest request, String cursor) {
        var values = new LinkedHashMap<String, Object>();
        request.getParameterMap().forEach((name, value) -> values.put(name, value[0]));
        values.put("cursor", cursor);
        var address = UriComponentsBuilder.fromPath(LOG);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
