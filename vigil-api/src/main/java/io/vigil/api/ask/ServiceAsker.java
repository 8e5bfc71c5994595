package io.vigil.api.ask;

import io.nats.client.Connection;
import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.nats.service.ServiceMessage;
import io.vigil.message.ServiceFault;
import io.vigil.wire.Decoded;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks a micro service of the workers. Blocks its (virtual) thread, at most for the timeout. Thread-safe. */
public final class ServiceAsker {

    private final Connection connection;
    private final AskLimits limits;
    private final ServiceTimer timer;
    private final MessageCodec codec;
    private final Admission admission;

    /** Asks over the connection of the process, with limits of its own beside those of the pipeline. */
    public ServiceAsker(
            Connection connection, AskLimits limits, Admission admission, ServiceTimer timer, MessageCodec codec) {
        this.connection = connection;
        this.limits = limits;
        this.admission = admission;
        this.timer = timer;
        this.codec = codec;
    }

    /**
     * Asks and waits.
     *
     * @param subject where the workers listen
     * @param sender who asks
     * @param request what, one of the messages
     * @param type of the answer
     * @throws InterruptedException when the service stops
     */
    public <T> ServiceReply<T> ask(String subject, ServiceSender sender, Object request, Class<T> type)
            throws InterruptedException {
        long start = System.nanoTime();
        ServiceReply<T> reply = admitted(sender.tenant(), message(subject, sender, request), type);
        timer.record(subject.substring(subject.lastIndexOf('.') + 1), reply, System.nanoTime() - start);
        return reply;
    }

    private static Message message(String subject, ServiceSender sender, Object request) {
        var headers = new Headers().put(HeaderNames.CORRELATION_ID, sender.requestId());
        if (!sender.tenant().isEmpty()) {
            headers.put(HeaderNames.TENANT, sender.tenant());
        }
        if (!sender.actor().isEmpty()) {
            headers.put(HeaderNames.ACTOR, sender.actor());
        }
        sender.trace().forEach(headers::put);
        return NatsMessage.builder()
                .subject(subject)
                .headers(headers)
                .data(Json.mapper().writeValueAsBytes(request))
                .build();
    }

    private <T> ServiceReply<T> admitted(String tenant, Message message, Class<T> type) throws InterruptedException {
        if (!admission.enter(tenant)) {
            return new ServiceReply.Busy<>();
        }
        try {
            return sent(message, type);
        } finally {
            admission.leave(tenant);
        }
    }

    private <T> ServiceReply<T> sent(Message message, Class<T> type) throws InterruptedException {
        if (connection.getStatus() != Connection.Status.CONNECTED) {
            return new ServiceReply.Unavailable<>();
        }
        var reply = connection.requestWithTimeout(message, limits.timeout());
        try {
            return read(reply.get(limits.timeout().toNanos(), TimeUnit.NANOSECONDS), type);
        } catch (TimeoutException e) {
            reply.cancel(true);
            return new ServiceReply.TimedOut<>();
        } catch (CancellationException e) {
            // The client library cancels what has no responder, and what waited too long.
            return new ServiceReply.Unavailable<>();
        } catch (ExecutionException e) {
            return new ServiceReply.Unavailable<>();
        }
    }

    private <T> ServiceReply<T> read(Message reply, Class<T> type) {
        Headers headers = reply.getHeaders();
        boolean fault = headers != null && headers.getFirst(ServiceMessage.NATS_SERVICE_ERROR_CODE) != null;
        byte[] body = reply.getData();
        return fault ? faulty(decoded(body, ServiceFault.class)) : answered(decoded(body, type));
    }

    private static <T> ServiceReply<T> faulty(@Nullable ServiceFault fault) {
        return fault == null ? new ServiceReply.Unreadable<>() : new ServiceReply.Faulty<>(fault);
    }

    private static <T> ServiceReply<T> answered(@Nullable T answer) {
        return answer == null ? new ServiceReply.Unreadable<>() : new ServiceReply.Answered<>(answer);
    }

    private <T> @Nullable T decoded(byte @Nullable [] body, Class<T> type) {
        return codec.decode(body == null ? new byte[0] : body, type) instanceof Decoded.Ok<T>(T value) ? value : null;
    }
}
