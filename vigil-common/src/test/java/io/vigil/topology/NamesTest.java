package io.vigil.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** A rename here orphans consumers and messages on running servers: it must not happen by accident. */
class NamesTest {

    private static final TopologyProperties SIZES = new TopologyProperties(
            3,
            DataSize.ofGigabytes(10),
            DataSize.ofMegabytes(500),
            DataSize.ofGigabytes(1),
            DataSize.ofGigabytes(2),
            DataSize.ofGigabytes(3),
            Duration.ofMinutes(2));

    @Test
    void pinsSubjects() {
        assertThat(List.of(
                        Subjects.GUARD_INPUT,
                        Subjects.GUARD_OUTPUT,
                        Subjects.PII_DETECT,
                        Subjects.ARBITER_DECISION,
                        Subjects.LOGS_EVENT,
                        Subjects.ANALYZE_SYNC,
                        Subjects.PII_ANALYZE,
                        Subjects.PII_REDACT,
                        Subjects.PII_RESTORE,
                        Subjects.EVENTS_SEARCH,
                        Subjects.EVENTS_GET,
                        Subjects.EVENTS_STATS,
                        Subjects.EVENTS_REPLAY,
                        Subjects.EVENTS_FEEDBACK,
                        Subjects.EVENTS_FEEDBACK_SUMMARY,
                        Subjects.EVENTS_ERASE,
                        Subjects.PATTERNS_LIST,
                        Subjects.PATTERNS_SHIPPED,
                        Subjects.PATTERNS_CHECK,
                        Subjects.PATTERNS_TEST,
                        Subjects.REQUESTS,
                        Subjects.CALLBACK,
                        Subjects.EVENTS_ALL,
                        Subjects.AUDIT_ALL,
                        Subjects.DLQ_ALL))
                .containsExactly(
                        "vigil.guard.input",
                        "vigil.guard.output",
                        "vigil.pii.detect",
                        "vigil.arbiter.decision",
                        "vigil.logs.event",
                        "vigil.analyze.sync",
                        "vigil.service.pii.analyze",
                        "vigil.service.pii.redact",
                        "vigil.service.pii.restore",
                        "vigil.service.events.search",
                        "vigil.service.events.get",
                        "vigil.service.events.stats",
                        "vigil.service.events.replay",
                        "vigil.service.events.feedback",
                        "vigil.service.events.feedback-summary",
                        "vigil.service.events.erase",
                        "vigil.service.patterns.list",
                        "vigil.service.patterns.shipped",
                        "vigil.service.patterns.check",
                        "vigil.service.patterns.test",
                        "vigil.requests.analyze",
                        "vigil.callbacks.result",
                        "vigil.event.>",
                        "vigil.audit.>",
                        "vigil.dlq.>");
        assertThat(Subjects.result("a.b:c..d")).isEqualTo("$KV.vigil-results.result.a/b=c//d");
        assertThat(Subjects.requestKey("a.b")).isEqualTo("request.a/b");
        assertThat(Subjects.event("decision_made", 1)).isEqualTo("vigil.event.decision_made.v1");
        assertThat(Subjects.audit("policy.changed")).isEqualTo("vigil.audit.policy.changed");
        assertThat(Subjects.response("g1", "t1")).isEqualTo("vigil.responses.g1.t1");
        assertThat(Subjects.responsesOf("g1")).isEqualTo("vigil.responses.g1.*");
        assertThat(Subjects.deadLetter("pii-worker", "vigil.pii.detect"))
                .isEqualTo("vigil.dlq.pii-worker.vigil.pii.detect");
    }

    @Test
    void pinsStreamsAndBuckets() {
        assertThat(List.of(
                        Streams.VIGIL,
                        Streams.DLQ,
                        Streams.REQUESTS,
                        Streams.CALLBACKS,
                        Streams.EVENTS,
                        Streams.AUDIT,
                        Streams.ADVISORIES,
                        Streams.CONFIG_BUCKET,
                        Streams.PII_VAULT_BUCKET,
                        Streams.KEYS_BUCKET,
                        Streams.RESULTS_BUCKET,
                        Streams.PATTERNS_BUCKET))
                .containsExactly(
                        "VIGIL",
                        "VIGIL_DLQ",
                        "VIGIL_REQUESTS",
                        "VIGIL_CALLBACKS",
                        "VIGIL_EVENTS",
                        "VIGIL_AUDIT",
                        "VIGIL_ADVISORIES",
                        "vigil-config",
                        "vigil-pii-vault",
                        "vigil-keys",
                        "vigil-results",
                        "vigil-patterns");
    }

    /** Where a stream stores a request, the stream answers it first. */
    @Test
    void storesNoRequestOfAMicroService() {
        var families = StreamSpecs.of(SIZES).stream()
                .flatMap(stream -> stream.subjects().stream())
                .map(subject -> subject.replace(">", ""))
                .toList();
        assertThat(List.of(
                        Subjects.ANALYZE_SYNC,
                        Subjects.PII_ANALYZE,
                        Subjects.PII_REDACT,
                        Subjects.PII_RESTORE,
                        Subjects.EVENTS_SEARCH))
                .allSatisfy(subject -> assertThat(families).noneMatch(subject::startsWith));
    }

    @Test
    void pinsWhatStreamsStore() {
        assertThat(StreamSpecs.of(SIZES))
                .extracting(StreamSpec::name, StreamSpec::subjects, StreamSpec::retention, StreamSpec::maxAge)
                .containsExactly(
                        tuple(
                                "VIGIL",
                                List.of(
                                        "vigil.guard.>",
                                        "vigil.detection.>",
                                        "vigil.pii.>",
                                        "vigil.arbiter.>",
                                        "vigil.logs.>"),
                                StreamSpec.Retention.WORK_QUEUE,
                                Duration.ofDays(7)),
                        tuple(
                                "VIGIL_REQUESTS",
                                List.of("vigil.requests.>"),
                                StreamSpec.Retention.WORK_QUEUE,
                                Duration.ofDays(1)),
                        tuple(
                                "VIGIL_CALLBACKS",
                                List.of("vigil.callbacks.>"),
                                StreamSpec.Retention.WORK_QUEUE,
                                Duration.ofDays(1)),
                        tuple("VIGIL_DLQ", List.of("vigil.dlq.>"), StreamSpec.Retention.LIMITS, Duration.ofDays(30)),
                        tuple(
                                "VIGIL_EVENTS",
                                List.of("vigil.event.>"),
                                StreamSpec.Retention.LIMITS,
                                Duration.ofDays(7)),
                        tuple(
                                "VIGIL_AUDIT",
                                List.of("vigil.audit.>"),
                                StreamSpec.Retention.LIMITS,
                                Duration.ofDays(365)),
                        tuple(
                                "VIGIL_ADVISORIES",
                                List.of(
                                        "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.VIGIL.*",
                                        "$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.VIGIL.*",
                                        "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.VIGIL_REQUESTS.*",
                                        "$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.VIGIL_REQUESTS.*",
                                        "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.VIGIL_CALLBACKS.*",
                                        "$JS.EVENT.ADVISORY.CONSUMER.MSG_TERMINATED.VIGIL_CALLBACKS.*"),
                                StreamSpec.Retention.WORK_QUEUE,
                                Duration.ofDays(7)));
    }

    @Test
    void sizesStreamsAsConfigured() {
        assertThat(StreamSpecs.of(SIZES))
                .allSatisfy(spec -> assertThat(spec.replicas()).isEqualTo(3))
                .allSatisfy(spec -> assertThat(spec.duplicateWindow()).isEqualTo(Duration.ofMinutes(2)));
        assertThat(StreamSpecs.of(SIZES))
                .extracting(StreamSpec::maxBytes, StreamSpec::maxMessages)
                .containsExactly(
                        tuple(10L << 30, 10_000_000L),
                        tuple(500L << 20, 1_000_000L),
                        tuple(500L << 20, 1_000_000L),
                        tuple(1L << 30, -1L),
                        tuple(2L << 30, -1L),
                        tuple(3L << 30, -1L),
                        tuple(100L << 20, 1_000_000L));
    }

    /** The server counts headers as part of a message, and refuses more than 1 MiB. */
    @Test
    void leavesRoomForTheHeadersOfADeadLetter() {
        var largest =
                StreamSpecs.of(SIZES).stream().map(StreamSpec::maxMessageBytes).toList();
        int deadLetter = largest.get(3);
        assertThat(deadLetter).isLessThanOrEqualTo(1024 * 1024);
        assertThat(largest.subList(0, 3))
                .allSatisfy(original -> assertThat(original).isLessThanOrEqualTo(deadLetter - 4096));
    }

    @Test
    void pinsConsumers() {
        assertThat(Consumers.all())
                .extracting(ConsumerSpec::name, ConsumerSpec::stream, ConsumerSpec::filters, ConsumerSpec::routable)
                .containsExactly(
                        tuple(
                                "detection-worker",
                                "VIGIL",
                                List.of("vigil.guard.>", "vigil.detection.>"),
                                Set.of("vigil.guard.input", "vigil.guard.output")),
                        tuple(
                                "detection-worker-async",
                                "VIGIL_REQUESTS",
                                List.of("vigil.requests.>"),
                                Set.of("vigil.requests.analyze")),
                        tuple("pii-worker", "VIGIL", List.of("vigil.pii.>"), Set.of("vigil.pii.detect")),
                        tuple("arbiter-worker", "VIGIL", List.of("vigil.arbiter.>"), Set.of("vigil.arbiter.decision")),
                        tuple("logging-worker", "VIGIL", List.of("vigil.logs.>"), Set.of("vigil.logs.event")),
                        tuple(
                                "callback-worker",
                                "VIGIL_CALLBACKS",
                                List.of("vigil.callbacks.>"),
                                Set.of("vigil.callbacks.result")));
        assertThat(Consumers.SWEEPER)
                .extracting(ConsumerSpec::name, ConsumerSpec::stream, ConsumerSpec::filters)
                .containsExactly("dead-letter-sweeper", "VIGIL_ADVISORIES", List.of("$JS.EVENT.ADVISORY.CONSUMER.>"));
    }

    @Test
    void pinsAckWaitsAndSchedules() {
        assertThat(Consumers.all())
                .extracting(
                        spec -> spec.ackWait().toSeconds(),
                        spec -> spec.retries().delays().stream()
                                .map(Duration::toSeconds)
                                .toList())
                .containsExactly(
                        tuple(30L, List.of(5L, 30L, 60L)),
                        tuple(30L, List.of(5L, 30L, 60L)),
                        tuple(60L, List.of(10L, 30L, 120L)),
                        tuple(10L, List.of(2L, 5L, 10L)),
                        tuple(60L, List.of(5L, 30L, 60L)),
                        tuple(60L, List.of(5L, 30L, 120L, 600L, 3_600L, 10_800L, 21_600L)));
    }

    /** Otherwise a subject would be stored and never removed before its maximum age. */
    @Test
    void leavesNoFamilyOfAWorkQueueWithoutConsumer() {
        assertThat(Consumers.all().stream().flatMap(spec -> spec.filters().stream()))
                .containsExactlyInAnyOrderElementsOf(StreamSpecs.of(SIZES).stream()
                        .filter(spec -> spec.retention() == StreamSpec.Retention.WORK_QUEUE)
                        .filter(spec -> !spec.name().equals(Streams.ADVISORIES))
                        .flatMap(spec -> spec.subjects().stream())
                        .toList());
    }
}
