package io.vigil.topology;

import io.vigil.delivery.RetrySchedule;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The durable consumers of the pipeline. */
public final class Consumers {

    /** Reads submissions. */
    public static final ConsumerSpec DETECTION = new ConsumerSpec(
            "detection-worker",
            Streams.VIGIL,
            List.of("vigil.guard.>", "vigil.detection.>"),
            Set.of(Subjects.GUARD_INPUT, Subjects.GUARD_OUTPUT),
            Duration.ofSeconds(30),
            seconds(5, 30, 60));

    /** Reads submissions that nobody waits for, and those of bulk requests. */
    public static final ConsumerSpec DETECTION_ASYNC = new ConsumerSpec(
            "detection-worker-async",
            Streams.REQUESTS,
            List.of("vigil.requests.>"),
            Set.of(Subjects.REQUESTS),
            Duration.ofSeconds(30),
            seconds(5, 30, 60));

    /** Reads requests with a detection report. */
    public static final ConsumerSpec PII = new ConsumerSpec(
            "pii-worker",
            Streams.VIGIL,
            List.of("vigil.pii.>"),
            Set.of(Subjects.PII_DETECT),
            Duration.ofSeconds(60),
            seconds(10, 30, 120));

    /** Reads requests with all reports. */
    public static final ConsumerSpec ARBITER = new ConsumerSpec(
            "arbiter-worker",
            Streams.VIGIL,
            List.of("vigil.arbiter.>"),
            Set.of(Subjects.ARBITER_DECISION),
            Duration.ofSeconds(10),
            seconds(2, 5, 10));

    /** Reads events for the log. */
    public static final ConsumerSpec LOGGING = new ConsumerSpec(
            "logging-worker",
            Streams.VIGIL,
            List.of("vigil.logs.>"),
            Set.of(Subjects.LOGS_EVENT),
            Duration.ofSeconds(60),
            seconds(5, 30, 60));

    /** Reads results that somebody wants to be called with. A receiver may be away for most of a day. */
    public static final ConsumerSpec CALLBACK = new ConsumerSpec(
            "callback-worker",
            Streams.CALLBACKS,
            List.of("vigil.callbacks.>"),
            Set.of(Subjects.CALLBACK),
            Duration.ofSeconds(60),
            seconds(5, 30, 120, 600, 3_600, 10_800, 21_600));

    /** Reads the server's advisories. It never gives up: what it moves is already given up once. */
    public static final ConsumerSpec SWEEPER = new ConsumerSpec(
            "dead-letter-sweeper",
            Streams.ADVISORIES,
            List.of("$JS.EVENT.ADVISORY.CONSUMER.>"),
            Set.of(),
            Duration.ofSeconds(30),
            new RetrySchedule(Collections.nCopies(10_000, Duration.ofSeconds(5))));

    private Consumers() {}

    /** Those of the stages, in the order of the pipeline. */
    public static List<ConsumerSpec> all() {
        return List.of(DETECTION, DETECTION_ASYNC, PII, ARBITER, LOGGING, CALLBACK);
    }

    private static RetrySchedule seconds(int... delays) {
        return new RetrySchedule(
                Arrays.stream(delays).mapToObj(Duration::ofSeconds).toList());
    }
}
