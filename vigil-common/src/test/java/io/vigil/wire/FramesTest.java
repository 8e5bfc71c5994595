package io.vigil.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Emission;
import io.vigil.delivery.Failure;
import io.vigil.message.Detected;
import io.vigil.message.Messages;
import io.vigil.message.Mode;
import io.vigil.message.Submission;
import io.vigil.topology.Subjects;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames written by one stage and read by the next. */
class FramesTest {

    private static final Instant STORED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2026-11-21T10:00:05Z");
    private static final Arrival ARRIVAL = new Arrival("VIGIL", 42, STORED, 2);
    private static final Map<String, String> TRACE = Map.of("traceparent", "00-a-b-01", "tracestate", "v=1");

    private final MessageCodec codec = new MessageCodec();
    private final FrameWriter writer = new FrameWriter(codec);
    private final FrameReader<Submission> submissions =
            new FrameReader<>(codec, Submission.class, Set.of(Subjects.GUARD_INPUT, Subjects.REQUESTS));
    private final FrameReader<Detected> detections =
            new FrameReader<>(codec, Detected.class, Set.of(Subjects.PII_DETECT));

    @Test
    void carriesASubmissionWithItsEnvelope() {
        Frame frame = writer.submission(
                Subjects.GUARD_INPUT, "r-1", Messages.submission(), "acme", "vigil.responses.g.1", DEADLINE, TRACE);
        assertThat(frame.headers())
                .containsEntry("Nats-Msg-Id", "r-1.submission")
                .containsEntry("X-Correlation-Id", "r-1")
                .containsEntry("X-Event-Version", "1")
                .containsEntry("Vigil-Tenant", "acme")
                .containsEntry("Vigil-Reply-To", "vigil.responses.g.1")
                .containsEntry("Vigil-Deadline", "2026-11-21T10:00:05Z")
                .containsAllEntriesOf(TRACE)
                .hasSize(8);
        assertThat(submissions.read(frame, ARRIVAL))
                .isEqualTo(new Received.Accepted<>(
                        Messages.submission(),
                        new Envelope(
                                "r-1",
                                "r-1.submission",
                                Subjects.GUARD_INPUT,
                                42,
                                STORED,
                                2,
                                "acme",
                                "vigil.responses.g.1",
                                DEADLINE,
                                TRACE)));
    }

    @Test
    void passesTheEnvelopeOnFromStageToStage() {
        Envelope cause = accepted(writer.submission(
                Subjects.GUARD_INPUT, "r-1", Messages.submission(), "acme", "_INBOX.a.b", DEADLINE, TRACE));
        Frame next = writer.next(new Emission.Stored(Subjects.PII_DETECT, "pii", Messages.detected()), cause);
        assertThat(next.subject()).isEqualTo(Subjects.PII_DETECT);
        assertThat(next.headers())
                .containsEntry("Nats-Msg-Id", "r-1.pii")
                .containsEntry("X-Causation-Id", "r-1.submission");
        assertThat(detections.read(next, ARRIVAL))
                .isInstanceOfSatisfying(
                        Received.Accepted.class,
                        accepted -> assertThat(accepted.envelope())
                                .isEqualTo(new Envelope(
                                        "r-1",
                                        "r-1.pii",
                                        Subjects.PII_DETECT,
                                        42,
                                        STORED,
                                        2,
                                        "acme",
                                        "_INBOX.a.b",
                                        DEADLINE,
                                        TRACE)));
    }

    @Test
    void carriesWhereTheResultGoesUpToTheEvent() {
        Envelope cause = accepted(writer.submission(
                Subjects.REQUESTS, "r-1", Messages.submission(), "acme", ResultRoute.CALL_BACK, TRACE));
        assertThat(cause.result()).isEqualTo(ResultRoute.CALL_BACK);
        assertThat(cause.replyTo()).isNull();
        assertThat(cause.deadline()).isNull();

        assertThat(writer.next(new Emission.Stored(Subjects.PII_DETECT, "pii", Messages.detected()), cause)
                        .headers())
                .containsEntry("Vigil-Result", "call_back");
        assertThat(writer.next(new Emission.Stored(Subjects.LOGS_EVENT, "event", Messages.event()), cause)
                        .headers())
                .doesNotContainKey("Vigil-Result");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        Frame frame = writer.submission(
                Subjects.GUARD_INPUT, "r-1", new Submission(null, "x", null, null), "", null, null, Map.of());
        assertThat(frame.headers()).containsOnlyKeys("Nats-Msg-Id", "X-Correlation-Id", "X-Event-Version");
    }

    @Test
    void answersWithTheRequestIdAndNoMessageId() {
        Envelope cause = accepted(writer.submission(
                Subjects.GUARD_INPUT, "r-1", Messages.submission(), "acme", "_INBOX.a", DEADLINE, TRACE));
        Frame reply = writer.reply(new Emission.Reply(Messages.decision()), cause, "_INBOX.a");
        assertThat(reply.subject()).isEqualTo("_INBOX.a");
        assertThat(reply.headers())
                .isEqualTo(Map.of(
                        "X-Correlation-Id",
                        "r-1",
                        "X-Event-Version",
                        "1",
                        "traceparent",
                        "00-a-b-01",
                        "tracestate",
                        "v=1"));
    }

    @Test
    void acceptsABareMessageAndDerivesItsIdFromItsPlace() {
        assertThat(submissions.read(bare(Map.of()), ARRIVAL))
                .isEqualTo(new Received.Accepted<>(
                        new Submission(null, "x", null, null),
                        new Envelope(
                                "VIGIL-42",
                                "VIGIL-42",
                                Subjects.GUARD_INPUT,
                                42,
                                STORED,
                                2,
                                "",
                                null,
                                null,
                                Map.of())));
    }

    @Test
    void prefersTheHeaderOverTheBodyForTheRequestId() {
        var named =
                new Frame(Subjects.GUARD_INPUT, Map.of(), codec.encode(new Submission("body", "x", Mode.FAST, null)));
        assertThat(accepted(named).requestId()).isEqualTo("body");
        var both = new Frame(named.subject(), Map.of("X-Correlation-Id", "header"), named.body());
        assertThat(accepted(both).requestId()).isEqualTo("header");
        var odd = new Frame(named.subject(), Map.of("X-Correlation-Id", "no id at all"), named.body());
        assertThat(accepted(odd).requestId()).isEqualTo("body");
    }

    @ParameterizedTest
    @CsvSource({
        "Vigil-Deadline, tomorrow",
        "Vigil-Deadline, 2026-11-21T10:00:05",
        "Vigil-Deadline, ''",
        "Vigil-Reply-To, vigil.guard.input",
        "Vigil-Reply-To, vigil.responses.>",
        "Vigil-Reply-To, vigil.responses.*",
        "Vigil-Reply-To, vigil.responses.a b",
        "Vigil-Reply-To, vigil.responses.",
        "Vigil-Reply-To, vigil.responses.a..b",
        "Vigil-Reply-To, vigil.responses.a.",
        "Vigil-Reply-To, _INBOX",
        "Vigil-Reply-To, $JS.API.STREAM.DELETE.VIGIL",
        "Vigil-Reply-To, ''",
        "Vigil-Tenant, a.b",
        "Vigil-Tenant, 'a b'"
    })
    void refusesBadEnvelopes(String header, String value) {
        assertRefused(bare(Map.of(header, value)), DeadLetterReason.MALFORMED, header + ": not a");
    }

    @Test
    void refusesTenantsOfMoreThan64Characters() {
        assertThat(accepted(bare(Map.of("Vigil-Tenant", "t".repeat(64)))).tenant())
                .hasSize(64);
        assertRefused(bare(Map.of("Vigil-Tenant", "t".repeat(65))), DeadLetterReason.MALFORMED, "Vigil-Tenant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "", "1.0", "one"})
    void refusesOtherVersions(String version) {
        assertRefused(bare(Map.of("X-Event-Version", version)), DeadLetterReason.UNKNOWN_VERSION, "schema version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vigil.guard.other", "vigil.guard.input.more", "vigil.detection.result"})
    void refusesSubjectsOfNobody(String subject) {
        var frame = new Frame(subject, Map.of("X-Event-Version", "9"), new byte[0]);
        assertRefused(frame, DeadLetterReason.UNROUTABLE, "no stage works on this subject");
    }

    @Test
    void refusesBrokenBodiesWithoutQuotingThem() {
        var frame = new Frame(Subjects.GUARD_INPUT, Map.of(), "{\"text\":\"x\",\"mode\":\"secret\"}".getBytes(UTF_8));
        assertRefused(frame, DeadLetterReason.MALFORMED, "mode: missing or of the wrong type");
        assertRefused(
                new Frame(Subjects.GUARD_INPUT, Map.of(), "secret".getBytes(UTF_8)),
                DeadLetterReason.MALFORMED,
                "not JSON");
        assertThat(submissions.read(frame, ARRIVAL).toString()).doesNotContain("secret");
    }

    @Test
    void showsNoBodyAsText() {
        assertThat(new Frame("a.b", Map.of(), "secret".getBytes(UTF_8))).hasToString("Frame[a.b, 6 bytes]");
    }

    private static Frame bare(Map<String, String> headers) {
        return new Frame(Subjects.GUARD_INPUT, new HashMap<>(headers), "{\"text\":\"x\"}".getBytes(UTF_8));
    }

    private Envelope accepted(Frame frame) {
        return assertThat(submissions.read(frame, ARRIVAL))
                .asInstanceOf(type(Received.Accepted.class))
                .actual()
                .envelope();
    }

    private void assertRefused(Frame frame, DeadLetterReason reason, String detail) {
        assertThat(submissions.read(frame, ARRIVAL)).isInstanceOfSatisfying(Received.Refused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.PERMANENT);
            assertThat(refused.failure().detail()).startsWith(detail);
        });
    }
}
