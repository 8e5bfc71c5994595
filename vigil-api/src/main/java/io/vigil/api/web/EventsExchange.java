package io.vigil.api.web;

import io.vigil.api.access.Caller;
import io.vigil.api.ask.ServiceSender;
import io.vigil.api.check.TraceContext;
import io.vigil.api.events.EventsLog;
import io.vigil.api.events.EventsLog.Result;
import io.vigil.api.events.Operation;
import io.vigil.wire.Decoded;
import io.vigil.wire.HeaderNames;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What all questions to the event log have in common: they are asked for the caller's tenant, whatever else they say. */
@Component
final class EventsExchange {

    private final EventsLog log;
    private final Exchange exchange;

    EventsExchange(EventsLog log, Exchange exchange) {
        this.log = log;
        this.exchange = exchange;
    }

    /** Asks, and answers with JSON. */
    <Q extends Record, T> ResponseEntity<byte[]> ask(
            HttpServletRequest request, Operation<Q, T> operation, Decoded<Q> question) throws InterruptedException {
        return ask(request, operation, question, exchange::answer);
    }

    /** Asks, and answers in a form of one's own. */
    <Q extends Record, T> ResponseEntity<byte[]> ask(
            HttpServletRequest request,
            Operation<Q, T> operation,
            Decoded<Q> question,
            Function<T, ResponseEntity<byte[]>> form)
            throws InterruptedException {
        return switch (log.ask(operation, sender(request), question)) {
            case Result.Answer<T>(T body) -> form.apply(body);
            case Result.None<T>(var problem) -> exchange.problem(problem, RequestIdFilter.identityOf(request));
        };
    }

    private static ServiceSender sender(HttpServletRequest request) {
        Caller caller = Callers.of(request);
        return new ServiceSender(
                RequestIdFilter.identityOf(request).id(),
                caller.tenant(),
                caller.key(),
                TraceContext.of(request.getHeader(HeaderNames.TRACEPARENT), request.getHeader(HeaderNames.TRACESTATE)));
    }
}
