package io.vigil.api.service;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.service.Service;
import io.nats.service.ServiceEndpoint;
import io.nats.service.ServiceMessage;
import io.vigil.api.check.CheckResult;
import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.GuardCheck;
import io.vigil.api.check.ProblemBody;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.check.RequestIdentity;
import io.vigil.api.check.RequestIds;
import io.vigil.api.check.TraceContext;
import io.vigil.message.Direction;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers on {@link Subjects#ANALYZE_SYNC} like {@code POST /v1/analyze}. Several gateways share the work: the client
 * library puts them into one queue group. A failure comes as the headers {@code Nats-Service-Error} and
 * {@code Nats-Service-Error-Code} with a problem as body.
 */
public final class AnalyzeService implements AutoCloseable {

    /** Name in service discovery. */
    public static final String NAME = "vigil-analyze";

    private static final String VERSION = "3.0.0";
    private static final String REQUEST_ID = "X-Request-Id";
    private static final Logger log = LoggerFactory.getLogger(AnalyzeService.class);

    private final Connection connection;
    private final GuardCheck guard;
    private final RequestIds ids;
    private final JsonMapper mapper;
    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("vigil-analyze-", 0).factory());
    private final Service service;

    /** A service that does not listen yet. */
    public AnalyzeService(Connection connection, GuardCheck guard, RequestIds ids, JsonMapper mapper) {
        this.connection = connection;
        this.guard = guard;
        this.ids = ids;
        this.mapper = mapper;
        this.service = Service.builder()
                .connection(connection)
                .name(NAME)
                .description("Checks a text going to a model")
                .version(VERSION)
                .addServiceEndpoint(ServiceEndpoint.builder()
                        .endpointName("analyze")
                        .endpointSubject(Subjects.ANALYZE_SYNC)
                        // The dispatcher's thread serves every endpoint: it only hands over.
                        .handler(message -> requests.execute(() -> answer(message)))
                        .build())
                .build();
    }

    /** Starts to listen. */
    public AnalyzeService start() {
        var _ = service.startService();
        return this;
    }

    private void answer(ServiceMessage message) {
        if (message.getReplyTo() == null) {
            return;
        }
        RequestIdentity identity = ids.next(header(message, REQUEST_ID));
        try {
            respond(message, identity, check(message, identity));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            respond(message, identity, Problem.of(ProblemKind.STOPPING, "The gateway is being stopped. Try again."));
        } catch (RuntimeException e) {
            // The message of an unexpected exception may quote the request.
            log.error("request {} failed with {}", identity.id(), e.getClass().getName());
            respond(message, identity, Problem.of(ProblemKind.INTERNAL_ERROR, "The log has the request id."));
        }
    }

    private CheckResult check(ServiceMessage message, RequestIdentity identity) throws InterruptedException {
        byte[] body = message.getData();
        return guard.check(
                body == null ? new byte[0] : body,
                Direction.INPUT,
                "",
                identity,
                TraceContext.of(header(message, HeaderNames.TRACEPARENT), header(message, HeaderNames.TRACESTATE)));
    }

    private void respond(ServiceMessage message, RequestIdentity identity, CheckResult result) {
        var headers = new Headers().put(REQUEST_ID, identity.echo());
        byte[] body = switch (result) {
            case CheckResult.Answer(var answer) -> mapper.writeValueAsBytes(answer);
            case Problem problem -> {
                headers.put(ServiceMessage.NATS_SERVICE_ERROR, problem.kind().code());
                headers.put(
                        ServiceMessage.NATS_SERVICE_ERROR_CODE,
                        String.valueOf(problem.kind().status()));
                yield mapper.writeValueAsBytes(ProblemBody.of(problem, identity));
            }
        };
        message.respond(connection, body, headers);
    }

    private static @Nullable String header(ServiceMessage message, String name) {
        Headers headers = message.getHeaders();
        return headers == null ? null : headers.getFirst(name);
    }

    /** Takes no more requests, finishes those it has, stops. */
    @Override
    public void close() {
        service.stop(true);
        requests.close();
    }
}
