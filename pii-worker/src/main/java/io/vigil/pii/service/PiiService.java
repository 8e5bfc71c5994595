package io.vigil.pii.service;

import io.nats.client.Connection;
import io.nats.client.impl.Headers;
import io.nats.service.Service;
import io.nats.service.ServiceEndpoint;
import io.nats.service.ServiceMessage;
import io.vigil.message.PiiAnalyzeRequest;
import io.vigil.message.PiiFault.Code;
import io.vigil.message.PiiRedactRequest;
import io.vigil.message.PiiRestoreRequest;
import io.vigil.message.Submission;
import io.vigil.pii.settings.Tenants;
import io.vigil.pii.vault.Owner;
import io.vigil.topology.Subjects;
import io.vigil.wire.Decoded;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers on {@code vigil.service.pii.*}. Several workers share the requests: the client library puts them into one queue
 * group. A failure comes as the headers {@code Nats-Service-Error} and {@code Nats-Service-Error-Code} with a
 * {@link io.vigil.message.PiiFault} as body.
 */
public final class PiiService implements AutoCloseable {

    /** Name in service discovery. */
    public static final String NAME = "vigil-pii";

    private static final String VERSION = "3.0.0";
    private static final Logger log = LoggerFactory.getLogger(PiiService.class);

    private final Connection connection;
    private final MessageCodec codec;
    private final Semaphore permits;
    private final ExecutorService requests = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("vigil-pii-service-", 0).factory());
    private final Service service;

    /**
     * A service that does not listen yet.
     *
     * @param maxInFlight most requests that are worked on at a time
     */
    public PiiService(Connection connection, PiiOperations operations, MessageCodec codec, int maxInFlight) {
        this.connection = connection;
        this.codec = codec;
        this.permits = new Semaphore(maxInFlight);
        this.service = Service.builder()
                .connection(connection)
                .name(NAME)
                .description("Finds, redacts and restores personal data")
                .version(VERSION)
                .addServiceEndpoint(
                        endpoint("analyze", Subjects.PII_ANALYZE, PiiAnalyzeRequest.class, operations::analyze))
                .addServiceEndpoint(endpoint("redact", Subjects.PII_REDACT, PiiRedactRequest.class, operations::redact))
                .addServiceEndpoint(
                        endpoint("restore", Subjects.PII_RESTORE, PiiRestoreRequest.class, operations::restore))
                .build();
    }

    /** Starts to listen. */
    public void start() {
        var _ = service.startService();
    }

    private <T> ServiceEndpoint endpoint(
            String name, String subject, Class<T> type, BiFunction<Owner, T, PiiResult> operation) {
        return ServiceEndpoint.builder()
                .endpointName(name)
                .endpointSubject(subject)
                // The dispatcher's thread serves every endpoint: it only hands over.
                .handler(message -> requests.execute(() -> answer(message, type, operation)))
                .build();
    }

    private <T> void answer(ServiceMessage message, Class<T> type, BiFunction<Owner, T, PiiResult> operation) {
        if (message.getReplyTo() == null) {
            return;
        }
        if (!permits.tryAcquire()) {
            respond(message, PiiResult.fault(Code.UNAVAILABLE, "", "Too many requests are open. Try again."));
            return;
        }
        String id = requestId(message);
        String tenant = header(message, HeaderNames.TENANT);
        try {
            respond(message, result(new Owner(tenant, id), body(message), type, operation));
        } catch (RuntimeException e) {
            // The message of an unexpected exception may quote the text.
            log.error("request {} failed with {}", id, e.getClass().getName());
            respond(message, PiiResult.fault(Code.INTERNAL_ERROR, "", "The log has the request id."));
        } finally {
            permits.release();
        }
    }

    private <T> PiiResult result(Owner caller, byte[] body, Class<T> type, BiFunction<Owner, T, PiiResult> operation) {
        if (!caller.tenant().isEmpty() && !Tenants.isTenant(caller.tenant())) {
            return PiiResult.fault(
                    Code.INVALID_REQUEST, "", HeaderNames.TENANT + " must be 1 to 64 of A-Z a-z 0-9 _ -");
        }
        return switch (codec.decode(body, type)) {
            case Decoded.Ok<T>(T request) -> operation.apply(caller, request);
            case Decoded.Malformed<T>(String field, String detail) ->
                PiiResult.fault(Code.INVALID_REQUEST, field, detail);
        };
    }

    private void respond(ServiceMessage message, PiiResult result) {
        switch (result) {
            case PiiResult.Answer(Object answer) -> {
                byte[] body = Json.mapper().writeValueAsBytes(answer);
                if (body.length > MessageCodec.MAX_BYTES) {
                    respond(
                            message,
                            PiiResult.fault(
                                    Code.ANSWER_TOO_LARGE,
                                    "text",
                                    "The text has more personal data than one answer holds: send it in parts."));
                } else {
                    message.respond(connection, body);
                }
            }
            case PiiResult.Fault(var fault) -> {
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
