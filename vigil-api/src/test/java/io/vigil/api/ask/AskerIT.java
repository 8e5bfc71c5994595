package io.vigil.api.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.api.StreamConfiguration;
import io.vigil.message.Decision;
import io.vigil.message.Direction;
import io.vigil.message.GuardDecision;
import io.vigil.message.Mode;
import io.vigil.message.Submission;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Streams;
import io.vigil.wire.HeaderNames;
import io.vigil.wire.MessageCodec;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The wait itself, with somebody who answers from outside the stream and so may answer too early or nonsense. */
class AskerIT {

    private static final MessageCodec CODEC = new MessageCodec();

    @RegisterExtension
    static final NatsServerExtension nats = NatsServerExtension.create().cleaning();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Connection connection;
    private DecisionInbox inbox;
    private Asker asker;

    @BeforeEach
    void start() throws Exception {
        connection = nats.connect();
        connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(Streams.VIGIL)
                        .subjects("vigil.guard.>")
                        .build());
        inbox = new DecisionInbox(connection, "gateway-1").listen();
        asker = new Asker(
                new SubmissionPublisher(connection, new QueueRoom(connection, 1), Duration.ofMillis(300)),
                inbox,
                new AskLimits(Duration.ofMillis(600), Duration.ofMillis(300), 4),
                new Admission(4, 0.5, Duration.ofMillis(300), System::nanoTime),
                new AskMeters(meters),
                Clock.systemUTC(),
                CODEC);
    }

    @AfterEach
    void stop() throws Exception {
        connection.close();
    }

    @Test
    void takesADecisionThatOvertakesTheConfirmation() throws Exception {
        // Without a stream nothing is ever confirmed; the decision comes all the same.
        connection.jetStreamManagement().deleteStream(Streams.VIGIL);
        answer(CODEC.encode(decision("early")));

        assertThat(asker.ask(question("early"))).isEqualTo(new AskResult.Answered(decision("early")));
        assertThat(inbox.size()).isZero();
    }

    @Test
    void refusesADecisionOnAnotherRequest() throws Exception {
        answer(CODEC.encode(decision("somebody-else")));

        assertThat(asker.ask(question("mine"))).isEqualTo(new AskResult.Unreadable());
    }

    @Test
    void refusesNonsense() throws Exception {
        answer(new byte[] {'{'});

        assertThat(asker.ask(question("mine"))).isEqualTo(new AskResult.Unreadable());
        assertThat(inbox.size()).isZero();
    }

    @Test
    void ignoresAnswersNobodyWaitsFor() throws Exception {
        connection.publish("vigil.responses.gateway-1.unknown", new byte[0]);

        assertThat(asker.ask(question("late"))).isEqualTo(new AskResult.TimedOut());
        assertThat(inbox.size()).isZero();
    }

    @Test
    void countsByOutcome() throws Exception {
        asker.ask(question("one"));
        new ServiceTimer(meters, ServiceTimer.PII).record("analyze", new ServiceReply.Busy<String>(), 1);
        new ServiceTimer(meters, ServiceTimer.EVENTS).record("search", new ServiceReply.TimedOut<String>(), 1);
        new ServiceTimer(meters, ServiceTimer.PATTERNS).record("test", new ServiceReply.TimedOut<String>(), 1);

        assertThat(meters.get(AskMeters.DURATION)
                        .tag("outcome", "timed_out")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get(ServiceTimer.PII).tag("outcome", "busy").timer().count())
                .isEqualTo(1);
        assertThat(AskMeters.all())
                .allSatisfy(
                        meter -> assertThat(meters.find(meter.name()).meter()).isNotNull());
    }

    private void answer(byte[] body) {
        connection
                .createDispatcher(submission -> connection.publish(
                        Objects.requireNonNull(submission.getHeaders().getFirst(HeaderNames.REPLY_TO)), body))
                .subscribe("vigil.guard.input");
    }

    private static Question question(String requestId) {
        return new Question(
                requestId, new Submission(requestId, "text", Mode.FULL, false), Direction.INPUT, "", Map.of());
    }

    private static GuardDecision decision(String requestId) {
        return new GuardDecision(
                requestId, Decision.ALLOW, 0, 1, List.of(), false, List.of(), null, null, List.of(), List.of(), null);
    }
}
