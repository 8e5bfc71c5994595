package io.vigil.service;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.service.Service;
import io.nats.service.ServiceEndpoint;
import io.nats.service.ServiceMessage;
import io.vigil.message.ServiceFault.Code;
import io.vigil.message.Submission;
import io.vigil.wire.Decoded;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A NATS micro service. Several processes share the requests: the client library puts them into one queue group. A failure
 * comes as the headers {@code Nats-Service-Error} and {@code Nats-Service-Error-Code} with a
 * {@link io.vigil.message.ServiceFault} as body.
 */
public final class RequestService implements AutoCloseable {

    private static final String VERSION = "3.0.0";
    private static final Logger log = LoggerFactory.getLogger(RequestService.class);

    private final Connection connection;
    private final MessageCodec codec;
    private final Semaphore permits;
    private final ExecutorService requests;
    private final Service service;

    /**
     * What service discovery says.
     *
     * @param name e.g. {@code vigil-pii}
     * @param description what the service does, in one sentence
     */
    public record About(String name, String description) {}

    /**
     * A service that does not listen yet.
     *
     * @param maxInFlight most requests that are worked on at a time
     */
    public RequestService(
            Connection connection,
            About about,
            MessageCodec codec,
            int maxInFlight,
            List<ServiceOperation<?>> operations) {
        this.connection = connection;
        this.codec = codec;
        this.permits = new Semaphore(maxInFlight);
        this.requests = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(about.name() + "-service-", 0).factory());
        var builder = Service.builder()
                .connection(connection)
                .name(about.name())
                .description(about.description())
                .version(VERSION);
        operations.forEach(operation -> builder.addServiceEndpoint(endpoint(operation)));
        this.service = builder.build();
    }

    /** Starts to listen. */
    public void start() {
        var _ = service.startService();
    }

    private <T> ServiceEndpoint endpoint(ServiceOperation<T> operation) {
        return ServiceEndpoint.builder()
                .endpointName(operation.name())
                .endpointSubject(operation.subject())
                // The dispatcher's thread serves every endpoint: it only hands over.
                .handler(message -> requests.execute(() -> answer(message, operation)))
                .build();
    }

    private <T> void answer(ServiceMessage message, ServiceOperation<T> operation) {
        if (message.getReplyTo() == null) {
            return;
        }
        if (!permits.tryAcquire()) {
            respond(message, ServiceResult.fault(Code.UNAVAILABLE, "", "Too many requests are open. Try again."));
            return;
        }
        var caller = new ServiceCaller(
                requestId(message), header(message, HeaderNames.TENANT), header(message, HeaderNames.ACTOR));
        try {
            respond(message, result(caller, body(message), operation));
        } catch (RuntimeException e) {
            // The message of an unexpected exception may quote the text.
            log.error(
                    "request {} failed with {}",
                    caller.requestId(),
                    e.getClass().getName());
            respond(message, ServiceResult.fault(Code.INTERNAL_ERROR, "", "The log has the request id."));
        } finally {
            permits.release();
        }
    }

    private <T> ServiceResult result(ServiceCaller caller, byte[] body, ServiceOperation<T> operation) {
        if (!caller.tenant().isEmpty() && !ServiceCaller.isTenant(caller.tenant())) {
            return ServiceResult.fault(
                    Code.INVALID_REQUEST, "", HeaderNames.TENANT + " must be 1 to 64 of A-Z a-z 0-9 _ -");
        }
        return switch (codec.decode(body, operation.type())) {
            case Decoded.Ok<T>(T request) -> operation.work().answer(caller, request);
            case Decoded.Malformed<T>(String field, String detail) ->
                ServiceResult.fault(Code.INVALID_REQUEST, field, detail);
        };
    }

    private void respond(ServiceMessage message, ServiceResult result) {
        switch (result) {
            case ServiceResult.Answer(Object answer) -> {
                byte[] body = Json.mapper().writeValueAsBytes(answer);
                if (body.length > MessageCodec.MAX_BYTES) {
                    respond(
                            message,
                            ServiceResult.fault(
                                    Code.ANSWER_TOO_LARGE,
                                    "",
                                    "The answer is larger than a message: ask for less at a time."));
                } else {
                    message.respond(connection, body);
                }
            }
            case ServiceResult.Fault(var fault) -> {
                var headers = new Headers()
                        .put(ServiceMessage.NATS_SERVICE_ERROR, fault.code().name())
                        .put(
                                ServiceMessage.NATS_SERVICE_ERROR_CODE,
                                String.valueOf(fault.code().status()));
                message.respond(connection, Json.mapper().writeValueAsBytes(fault), headers);
            }
        }
    }

    private static byte[] body(ServiceMessage message) {
        byte[] body = message.getData();
        return body == null ? new byte[0] : body;
    }

    /** The caller's id, or one of our own where it sent none that serves. */
    private static String requestId(ServiceMessage message) {
        String id = header(message, HeaderNames.CORRELATION_ID);
        return Submission.isRequestId(id) ? id : UUID.randomUUID().toString();
    }

    /** Empty where there is none. */
    private static String header(ServiceMessage message, String name) {
        Headers headers = message.getHeaders();
        String value = headers == null ? null : headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** Takes no more requests, finishes those it has, stops. */
    @Override
    public void close() {
        service.stop(true);
        requests.close();
    }
}
