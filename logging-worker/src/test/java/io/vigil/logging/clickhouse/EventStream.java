package io.vigil.logging.clickhouse;

import io.nats.client.Connection;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.vigil.logging.SampleEvents;
import io.vigil.message.DecisionEvent;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Many events on their way into the log. */
final class EventStream {

    private static final int AT_ONCE = 500;
    private static final int MOST_ATTEMPTS = 20;

    private EventStream() {}

    /**
     * Publishes that many different events and waits until all are stored in the stream. What was not acknowledged is published
     * again under its id.
     */
    static void publish(Connection connection, String prefix, int count) throws Exception {
        for (int from = 0; from < count; from += AT_ONCE) {
            List<DecisionEvent> missing = IntStream.range(from, Math.min(count, from + AT_ONCE))
                    .mapToObj(i -> event(prefix, i))
                    .toList();
            for (int attempt = 1; !missing.isEmpty(); attempt++) {
                if (attempt > MOST_ATTEMPTS) {
                    throw new IllegalStateException("the stream takes no events");
                }
                missing = unacknowledged(connection, missing);
            }
        }
    }

    private static List<DecisionEvent> unacknowledged(Connection connection, List<DecisionEvent> events)
            throws Exception {
        var stream = connection.jetStream();
        List<CompletableFuture<PublishAck>> acks = new ArrayList<>();
        for (DecisionEvent event : events) {
            var headers = new Headers()
                    .put(HeaderNames.MESSAGE_ID, event.requestId() + ".log")
                    .put(HeaderNames.CORRELATION_ID, event.requestId())
                    .put(HeaderNames.EVENT_VERSION, "1");
            acks.add(stream.publishAsync(
                    Subjects.LOGS_EVENT, headers, Json.mapper().writeValueAsBytes(event)));
        }
        List<DecisionEvent> missing = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            try {
                var _ = acks.get(i).get();
            } catch (ExecutionException e) {
                missing.add(events.get(i));
            }
        }
        return missing;
    }

    static List<DecisionEvent> events(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> event(prefix, i)).toList();
    }

    static long waiting(Connection connection) throws Exception {
        return connection
                .jetStreamManagement()
                .getStreamInfo(Streams.VIGIL)
                .getStreamState()
                .getMsgCount();
    }

    private static DecisionEvent event(String prefix, int i) {
        return SampleEvents.event(
                prefix + "-" + i, SampleEvents.NOON.plus(Duration.ofMillis(i)), "text number " + i, null, 7);
    }
}
