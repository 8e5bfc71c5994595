package io.vigil.topology;

import io.vigil.delivery.RetrySchedule;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A durable pull consumer.
 *
 * @param name durable name; renaming it orphans the consumer on the server
 * @param stream name of the stream it reads
 * @param filters subjects it gets: the whole family, so that nothing stays behind unseen
 * @param routable subjects among them that its stage works on; anything else becomes a dead letter
 * @param ackWait how long the server waits for a sign of life before it delivers again
 * @param retries delays between attempts, and so their number
 */
public record ConsumerSpec(
        String name,
        String stream,
        List<String> filters,
        Set<String> routable,
        Duration ackWait,
        RetrySchedule retries) {

    public ConsumerSpec {
        filters = List.copyOf(filters);
        routable = Set.copyOf(routable);
        if (filters.isEmpty()) {
            throw new IllegalArgumentException("a consumer needs at least one filter");
        }
    }
}
