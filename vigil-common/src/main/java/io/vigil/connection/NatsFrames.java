package io.vigil.connection;

import io.nats.client.Message;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import io.vigil.wire.Arrival;
import io.vigil.wire.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Frames to the client library's messages, and back. */
public final class NatsFrames {

    private NatsFrames() {}

    /** The frame as a message to publish. */
    public static Message toMessage(Frame frame) {
        var headers = new Headers();
        frame.headers().forEach((name, value) -> headers.put(name, value));
        return NatsMessage.builder()
                .subject(frame.subject())
                .headers(headers)
                .data(frame.body())
                .build();
    }

    /** A received message as a frame. */
    public static Frame toFrame(Message message) {
        return new Frame(message.getSubject(), single(message.getHeaders()), bytes(message.getData()));
    }

    /** A stored message as a frame. */
    public static Frame toFrame(String subject, @Nullable Headers headers, byte @Nullable [] body) {
        return new Frame(subject, single(headers), bytes(body));
    }

    /** Where and when the server stored a delivered JetStream message. */
    public static Arrival arrivalOf(Message message) {
        var meta = message.metaData();
        return new Arrival(
                meta.getStream(), meta.streamSequence(), meta.timestamp().toInstant(), meta.deliveredCount());
    }

    private static Map<String, String> single(@Nullable Headers headers) {
        var map = new HashMap<String, String>();
        if (headers != null) {
            for (Map.Entry<String, List<String>> header : headers.entrySet()) {
                map.put(
                        header.getKey(),
                        header.getValue().isEmpty() ? "" : header.getValue().getFirst());
            }
        }
        return map;
    }

    private static byte[] bytes(byte @Nullable [] body) {
        return body == null ? new byte[0] : body;
    }
}
