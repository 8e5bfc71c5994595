package io.vigil.api.ask;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.nats.service.ServiceMessage;
import io.vigil.message.PiiFault;
import io.vigil.wire.Decoded;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the PII workers' micro service. Blocks its (virtual) thread, at most for the timeout. Thread-safe. */
public final class PiiAsker {

    private final Connection connection;
    private final AskLimits limits;
    private final PiiAskTimer timer;
    private final MessageCodec codec;
    private final Semaphore permits;

    /** Asks over the connection of the process, with limits of its own beside those of the pipeline. */
    public PiiAsker(Connection connection, AskLimits limits, PiiAskTimer timer, MessageCodec codec) {
        this.connection = connection;
        this.limits = limits;
        this.timer = timer;
        this.codec = codec;
        this.permits = new Semaphore(limits.maxInFlight());
    }

    /**
     * Asks and waits.
     *
     * @param subject where the workers listen
     * @param requestId identifies the request
     * @param request one of the {@code Pii…Request} messages
     * @param trace W3C trace context to pass on, possibly empty
     * @param type of the answer
     * @throws InterruptedException when the service stops
     */
    public <T> PiiReply<T> ask(
            String subject, String requestId, Object request, Map<String, String> trace, Class<T> type)
            throws InterruptedException {
        long start = System.nanoTime();
        PiiReply<T> reply = admitted(message(subject, requestId, request, trace), type);
        timer.record(subject.substring(subject.lastIndexOf('.') + 1), reply, System.nanoTime() - start);
        return reply;
    }

    private static Message message(String subject, String requestId, Object request, Map<String, String> trace) {
        var headers = new Headers().put(HeaderNames.CORRELATION_ID, requestId);
        trace.forEach(headers::put);
        return NatsMessage.builder()
                .subject(subject)
                .headers(headers)
                .data(Json.mapper().writeValueAsBytes(request))
                .build();
    }

    private <T> PiiReply<T> admitted(Message message, Class<T> type) throws InterruptedException {
        if (!permits.tryAcquire()) {
            return new PiiReply.Busy<>();
        }
        try {
            return sent(message, type);
        } finally {
            permits.release();
        }
    }

    private <T> PiiReply<T> sent(Message message, Class<T> type) throws InterruptedException {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return new PiiReply.Unavailable<>();
        }
        var reply = connection.requestWithTimeout(message, limits.timeout());
        try {
            return read(reply.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS), type);
        } catch (TimeoutException e) {
            reply.cancel(true);
            return new PiiReply.TimedOut<>();
        } catch (CancellationException e) {
            // The client library cancels what has no responder, and what waited too long.
            return new PiiReply.Unavailable<>();
        } catch (ExecutionException e) {
            return new PiiReply.Unavailable<>();
        }
    }

    private <T> PiiReply<T> read(Message reply, Class<T> type) {
        Headers headers = reply.getHeaders();
        boolean fault = headers != null && headers.getFirst(ServiceMessage.NATS_SERVICE_ERROR_CODE) != null;
        byte[] body = reply.getData();
        return fault ? faulty(decoded(body, PiiFault.class)) : answered(decoded(body, type));
    }

    private static <T> PiiReply<T> faulty(@Nullable PiiFault fault) {
        return fault == null ? new PiiReply.Unreadable<>() : new PiiReply.Faulty<>(fault);
    }

    private static <T> PiiReply<T> answered(@Nullable T answer) {
        return answer == null ? new PiiReply.Unreadable<>() : new PiiReply.Answered<>(answer);
    }

    private <T> @Nullable T decoded(byte @Nullable [] body, Class<T> type) {
        return codec.decode(body == null ? new byte[0] : body, type) instanceof Decoded.Ok<T>(T value) ? value : null;
    }
}
