package io.vigil.telemetry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StreamConfiguration;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Consumers;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How old the oldest message of a stage is, without anybody of the stage. */
class QueueAgeIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final InstantSource clock = now::get;
    private Connection connection;
    private QueueAge ages;

    @BeforeEach
    void provision() throws Exception {
        connection = NATS.connect();
        var _ = connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(Streams.VIGIL)
                        .subjects("vigil.>")
                        .retentionPolicy(RetentionPolicy.WorkQueue)
                        .build());
        ages = new QueueAge(connection, Consumers.all(), clock, meters);
    }

    @Test
    void tellsTheAgeOfTheOldestMessageOfEachStage() throws Exception {
        var first = connection.jetStream().publish(Subjects.GUARD_OUTPUT, new byte[1]);
        var _ = connection.jetStream().publish(Subjects.GUARD_INPUT, new byte[1]);
        now.set(storedAt(first.getSeqno()).plusSeconds(42));
        ages.refresh();
        assertThat(seconds("detection-worker")).isEqualTo(42);
        assertThat(seconds("pii-worker")).isZero();
    }

    @Test
    void tellsZeroAgainWhenAllIsSettled() throws Exception {
        var only = connection.jetStream().publish(Subjects.PII_DETECT, new byte[1]);
        now.set(storedAt(only.getSeqno()).plusSeconds(7));
        ages.refresh();
        assertThat(seconds("pii-worker")).isEqualTo(7);

        assertThat(connection.jetStreamManagement().deleteMessage(Streams.VIGIL, only.getSeqno()))
                .isTrue();
        ages.refresh();
        assertThat(seconds("pii-worker")).isZero();
    }

    @Test
    void keepsWhatItKnewWhileTheServerIsAway() throws Exception {
        var only = connection.jetStream().publish(Subjects.PII_DETECT, new byte[1]);
        now.set(storedAt(only.getSeqno()).plusSeconds(7));
        ages.refresh();
        connection.close();
        ages.refresh();
        assertThat(seconds("pii-worker")).isEqualTo(7);
    }

    private Instant storedAt(long sequence) throws Exception {
        var message = connection.jetStreamManagement().getMessage(Streams.VIGIL, sequence);
        return requireNonNull(message.getTime()).toInstant();
    }

    private double seconds(String consumer) {
        return meters.get(Meters.CONSUMER_OLDEST_AGE)
                .tag("consumer", consumer)
                .gauge()
                .value();
    }
}
