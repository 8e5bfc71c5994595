package io.vigil.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.delivery.DeadLetterReason;
import io.vigil.delivery.Failure;
import io.vigil.wire.Arrival;
import io.vigil.wire.Frame;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private static final Instant STORED = Instant.parse("2026-11-21T10:00:00Z");
    private static final Arrival ARRIVAL = new Arrival("VIGIL", 42, STORED, 4);
    private static final byte[] BODY = "{\"text\":\"x\"}".getBytes(UTF_8);
    private static final Map<String, String> ORIGINAL = Map.of(
            "Nats-Msg-Id", "r-1.pii",
            "X-Correlation-Id", "r-1",
            "Vigil-Reply-To", "_INBOX.a",
            "Vigil-Deadline", "2026-11-21T10:00:05Z",
            "Vigil-Tenant", "acme");

    @Test
    void tellsItsOwnStory() {
        Frame frame = dead(ORIGINAL);
        assertThat(frame.subject()).isEqualTo("vigil.dlq.pii-worker.vigil.pii.detect");
        assertThat(frame.body()).isEqualTo(BODY);
        assertThat(frame.headers())
                .containsEntry("Nats-Msg-Id", "VIGIL-42.dlq")
                .containsEntry("Vigil-Dlq-Message-Id", "r-1.pii")
                .containsEntry("Vigil-Dlq-Reason", "attempts_exhausted")
                .containsEntry("Vigil-Dlq-Error-Class", "Timeout")
                .containsEntry("Vigil-Dlq-Error", "engine away")
                .containsEntry("Vigil-Dlq-Stream", "VIGIL")
                .containsEntry("Vigil-Dlq-Subject", "vigil.pii.detect")
                .containsEntry("Vigil-Dlq-Sequence", "42")
                .containsEntry("Vigil-Dlq-Consumer", "pii-worker")
                .containsEntry("Vigil-Dlq-Attempts", "4")
                .containsEntry("Vigil-Dlq-First-Seen", "2026-11-21T10:00:00Z")
                .containsEntry("Vigil-Dlq-Redrives", "0")
                .containsEntry("Vigil-Tenant", "acme");
    }

    @Test
    void isReadBackWithTypes() {
        var letter = letter(dead(ORIGINAL));
        assertThat(letter.originalSubject()).isEqualTo("vigil.pii.detect");
        assertThat(letter.reason()).isEqualTo("attempts_exhausted");
        assertThat(letter.error()).isEqualTo("engine away");
        assertThat(letter.requestId()).isEqualTo("r-1");
        assertThat(letter.consumer()).isEqualTo("pii-worker");
        assertThat(letter.attempts()).isEqualTo(4);
        assertThat(letter.redrives()).isZero();
        assertThat(letter.firstSeen()).isEqualTo(STORED);
        assertThat(letter.headers()).containsKey("Vigil-Dlq-Reason");
    }

    @Test
    void boundsTheError() {
        Frame frame = DeadLetter.frameOf(
                new Frame("vigil.pii.detect", ORIGINAL, BODY),
                ARRIVAL,
                "pii-worker",
                DeadLetterReason.REJECTED,
                Failure.permanentFailure("X", "y".repeat(5000)));
        assertThat(frame.headers().get("Vigil-Dlq-Error")).hasSize(200);
    }

    /** A publisher's expectations about the work queue would make the dead-letter stream refuse the message for ever. */
    @Test
    void leavesInstructionsToTheServerBehind() {
        var headers = new HashMap<>(ORIGINAL);
        headers.put("Nats-Expected-Stream", "VIGIL");
        headers.put("Nats-Expected-Last-Sequence", "41");
        headers.put("Nats-TTL", "1s");
        headers.put("Nats-Rollup", "all");
        Frame frame = dead(headers);
        assertThat(frame.headers().keySet().stream().filter(name -> name.startsWith("Nats-")))
                .containsExactly("Nats-Msg-Id");
        assertThat(letter(frame).redriveFrame().headers().keySet().stream().filter(name -> name.startsWith("Nats-")))
                .containsExactly("Nats-Msg-Id");
    }

    @Test
    void getsAnotherChanceWithTheSameBodyAndANewMessageId() {
        Frame again = letter(dead(ORIGINAL)).redriveFrame();
        assertThat(again.subject()).isEqualTo("vigil.pii.detect");
        assertThat(again.body()).isEqualTo(BODY);
        assertThat(again.headers())
                .isEqualTo(Map.of(
                        "Nats-Msg-Id", "r-1.pii.r1",
                        "X-Correlation-Id", "r-1",
                        "Vigil-Tenant", "acme",
                        "Vigil-Dlq-Redrives", "1"));
    }

    @Test
    void countsItsChances() {
        Frame second = dead(letter(dead(ORIGINAL)).redriveFrame().headers());
        assertThat(letter(second).redrives()).isEqualTo(1);
        Frame again = letter(second).redriveFrame();
        assertThat(again.headers()).containsEntry("Vigil-Dlq-Redrives", "2");
        assertThat(again.headers().get("Nats-Msg-Id")).endsWith(".r2");
    }

    @Test
    void namesAMessageWithoutIdByItsPlace() {
        Frame again = letter(dead(Map.of())).redriveFrame();
        assertThat(again.headers()).containsEntry("Nats-Msg-Id", "VIGIL-42.r1");
        assertThat(letter(dead(Map.of())).requestId()).isEmpty();
    }

    @Test
    void readsBrokenHeadersAsNothing() {
        var letter = letter(new Frame(
                "vigil.dlq.x",
                Map.of("Vigil-Dlq-Attempts", "-4", "Vigil-Dlq-Redrives", "99999999999", "Vigil-Dlq-First-Seen", "once"),
                BODY));
        assertThat(letter.attempts()).isZero();
        assertThat(letter.redrives()).isZero();
        assertThat(letter.firstSeen()).isEqualTo(STORED.plusSeconds(9));
        assertThat(letter.originalSubject()).isEmpty();
    }

    private static Frame dead(Map<String, String> headers) {
        return DeadLetter.frameOf(
                new Frame("vigil.pii.detect", headers, BODY),
                ARRIVAL,
                "pii-worker",
                DeadLetterReason.ATTEMPTS_EXHAUSTED,
                Failure.transientFailure("Timeout", "engine away"));
    }

    private static DeadLetter letter(Frame frame) {
        return new DeadLetter(1, STORED.plusSeconds(9), frame);
    }
}
