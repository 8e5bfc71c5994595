package io.vigil.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StreamConfiguration;
import io.vigil.delivery.Failure;
import io.vigil.telemetry.Meters;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.wire.Frame;
import io.vigil.wire.HeaderNames;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A message counts as published when the server has said so. */
class StreamPublisherIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = NATS.connect();
        connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name("SMALL")
                        .subjects("small.>")
                        .retentionPolicy(RetentionPolicy.WorkQueue)
                        .discardPolicy(DiscardPolicy.New)
                        .maxMessages(2)
                        .maximumMessageSize(1_000)
                        .build());
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private StreamPublisher publisher(Duration patience) throws Exception {
        return new StreamPublisher(connection, Duration.ofMillis(500), patience, meters);
    }

    private static Frame frame(String id, int bytes) {
        return new Frame("small.x", Map.of(HeaderNames.MESSAGE_ID, id), new byte[bytes]);
    }

    @Test
    void storesOnceAndSaysSo() throws Exception {
        var publisher = publisher(Duration.ofSeconds(1));

        assertThat(publisher.publish(frame("a", 1))).isEqualTo(new Published.Stored(1, false));
        assertThat(publisher.publish(frame("a", 1))).isEqualTo(new Published.Stored(1, true));
        assertThat(meters.timer(Meters.PUBLISH_DURATION, "outcome", "stored").count())
                .isEqualTo(2);
    }

    @Test
    void reportsAFullStreamAsTransient() throws Exception {
        var publisher = publisher(Duration.ofSeconds(1));
        publisher.publish(frame("a", 1));
        publisher.publish(frame("b", 1));

        assertThat(publisher.publish(frame("c", 1)))
                .isInstanceOfSatisfying(
                        Published.NotStored.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.TRANSIENT));
        assertThat(meters.timer(Meters.PUBLISH_DURATION, "outcome", "not_stored")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void reportsATooLargeMessageAsPermanent() throws Exception {
        assertThat(publisher(Duration.ofSeconds(1)).publish(frame("a", 2_000)))
                .isInstanceOfSatisfying(
                        Published.NotStored.class,
                        refused -> assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.PERMANENT));
    }

    @Test
    void reportsASubjectOfNoStreamAsTransient() throws Exception {
        var frame = new Frame("nowhere.x", Map.of(), new byte[1]);

        assertThat(publisher(Duration.ofSeconds(1)).publish(frame)).isInstanceOf(Published.NotStored.class);
    }

    @Test
    void waitsOutAServerRestart() throws Exception {
        var publisher = publisher(Duration.ofSeconds(30));
        publisher.publish(frame("a", 1));
        NATS.server().kill();

        var result = CompletableFuture.supplyAsync(() -> publisher.publish(frame("b", 1)));
        NATS.server().restart();

        assertThat(result.get(30, TimeUnit.SECONDS)).isInstanceOf(Published.Stored.class);
    }
}
