package io.vigil.topology;

import io.vigil.wire.MessageCodec;
import java.time.Duration;
import java.util.List;
import org.springframework.util.unit.DataSize;

/** The streams of the pipeline. */
public final class StreamSpecs {

    /** Largest message that a server takes by default, headers included. */
    private static final int SERVER_LIMIT = 1024 * 1024;

    private StreamSpecs() {}

    /** All of them. */
    public static List<StreamSpec> of(TopologyProperties sizes) {
        return List.of(
                workQueue(sizes),
                requests(sizes),
                callbacks(sizes),
                deadLetters(sizes),
                events(sizes),
                audit(sizes),
                advisories(sizes));
    }

    private static StreamSpec workQueue(TopologyProperties sizes) {
        return new StreamSpec(
                Streams.VIGIL,
                List.of("vigil.guard.>", "vigil.detection.>", "vigil.pii.>", "vigil.arbiter.>", "vigil.logs.>"),
                StreamSpec.Retention.WORK_QUEUE,
                true,
                Duration.ofDays(7),
                sizes.queueMaxBytes().toBytes(),
                10_000_000,
                MessageCodec.MAX_BYTES,
                sizes.duplicateWindow(),
                true,
                sizes.replicas());
    }

    private static StreamSpec requests(TopologyProperties sizes) {
        return waiting(Streams.REQUESTS, "vigil.requests.>", sizes);
    }

    private static StreamSpec callbacks(TopologyProperties sizes) {
        return waiting(Streams.CALLBACKS, "vigil.callbacks.>", sizes);
    }

    private static StreamSpec waiting(String name, String subjects, TopologyProperties sizes) {
        return new StreamSpec(
                name,
                List.of(subjects),
                StreamSpec.Retention.WORK_QUEUE,
                true,
                Duration.ofDays(1),
                sizes.requestsMaxBytes().toBytes(),
                1_000_000,
                MessageCodec.MAX_BYTES,
                sizes.duplicateWindow(),
                true,
                sizes.replicas());
    }

    private static StreamSpec events(TopologyProperties sizes) {
        return history(Streams.EVENTS, Subjects.EVENTS_ALL, Duration.ofDays(7), sizes.eventsMaxBytes(), sizes);
    }

    private static StreamSpec audit(TopologyProperties sizes) {
        return history(Streams.AUDIT, Subjects.AUDIT_ALL, Duration.ofDays(365), sizes.auditMaxBytes(), sizes);
    }

    private static StreamSpec deadLetters(TopologyProperties sizes) {
        return history(Streams.DLQ, Subjects.DLQ_ALL, Duration.ofDays(30), sizes.deadLetterMaxBytes(), sizes);
    }

    private static StreamSpec history(
            String name, String subjects, Duration maxAge, DataSize maxBytes, TopologyProperties sizes) {
        return new StreamSpec(
                name,
                List.of(subjects),
                StreamSpec.Retention.LIMITS,
                false,
                maxAge,
                maxBytes.toBytes(),
                -1,
                SERVER_LIMIT,
                sizes.duplicateWindow(),
                true,
                sizes.replicas());
    }

    private static StreamSpec advisories(TopologyProperties sizes) {
        String family = "$JS.EVENT.ADVISORY.CONSUMER.";
        return new StreamSpec(
                Streams.ADVISORIES,
                List.of(
                        family + "MAX_DELIVERIES." + Streams.VIGIL + ".*",
                        family + "MSG_TERMINATED." + Streams.VIGIL + ".*",
                        family + "MAX_DELIVERIES." + Streams.REQUESTS + ".*",
                        family + "MSG_TERMINATED." + Streams.REQUESTS + ".*",
                        family + "MAX_DELIVERIES." + Streams.CALLBACKS + ".*",
                        family + "MSG_TERMINATED." + Streams.CALLBACKS + ".*"),
                StreamSpec.Retention.WORK_QUEUE,
                true,
                Duration.ofDays(7),
                100L * 1024 * 1024,
                1_000_000,
                64 * 1024,
                sizes.duplicateWindow(),
                false,
                sizes.replicas());
    }
}
