package io.vigil.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nats.client.Connection;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StreamConfiguration;
import io.vigil.testkit.NatsServerExtension;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

/** The broker gets the shape that the code expects, and nothing is lost on the way. */
class ProvisionerIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    private Connection connection;

    @BeforeEach
    void connect() throws Exception {
        connection = NATS.connect();
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private Provisioner provisioner(DataSize queue, Duration window) {
        return new Provisioner(
                connection,
                new TopologyProperties(
                        1,
                        queue,
                        DataSize.ofMegabytes(100),
                        DataSize.ofMegabytes(100),
                        DataSize.ofMegabytes(100),
                        DataSize.ofMegabytes(100),
                        window));
    }

    private Provisioner provisioner() {
        return provisioner(DataSize.ofMegabytes(100), Duration.ofMinutes(2));
    }

    @Test
    void createsStreamsAndBucketsAndIsIdempotent() throws Exception {
        provisioner().provision();
        provisioner().provision();

        var queue =
                connection.jetStreamManagement().getStreamInfo(Streams.VIGIL).getConfiguration();
        assertThat(queue.getRetentionPolicy()).isEqualTo(RetentionPolicy.WorkQueue);
        assertThat(queue.getDiscardPolicy()).isEqualTo(DiscardPolicy.New);
        assertThat(queue.getDuplicateWindow()).isEqualTo(Duration.ofMinutes(2));
        assertThat(connection.jetStreamManagement().getStreamNames())
                .contains(Streams.VIGIL, Streams.DLQ, Streams.ADVISORIES, "KV_" + Streams.CONFIG_BUCKET);
    }

    @Test
    void updatesWhatMayBeUpdated() throws Exception {
        provisioner().provision();

        provisioner(DataSize.ofMegabytes(200), Duration.ofMinutes(5)).provision();

        var queue =
                connection.jetStreamManagement().getStreamInfo(Streams.VIGIL).getConfiguration();
        assertThat(queue.getMaxBytes()).isEqualTo(DataSize.ofMegabytes(200).toBytes());
        assertThat(queue.getDuplicateWindow()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refusesADestructiveChangeAndPrintsTheDifference() throws Exception {
        provisioner().provision();
        connection.jetStream().publish(Subjects.GUARD_INPUT, new byte[] {1});

        assertThatThrownBy(() -> provisioner(DataSize.ofMegabytes(50), Duration.ofMinutes(2))
                        .provision())
                .isInstanceOf(DestructiveChangeException.class)
                .hasMessageContaining("max_bytes: 104857600 -> 52428800 (destructive)")
                .hasMessageContaining(Streams.VIGIL);
        assertThat(connection
                        .jetStreamManagement()
                        .getStreamInfo(Streams.VIGIL)
                        .getStreamState()
                        .getMsgCount())
                .isEqualTo(1);
    }

    @Test
    void refusesToTurnAnotherStreamIntoAWorkQueue() throws Exception {
        connection
                .jetStreamManagement()
                .addStream(StreamConfiguration.builder()
                        .name(Streams.VIGIL)
                        .subjects("vigil.guard.>")
                        .build());

        assertThatThrownBy(() -> provisioner().provision())
                .isInstanceOf(DestructiveChangeException.class)
                .hasMessageContaining("retention: LIMITS -> WORK_QUEUE (destructive)");
    }

    @Test
    void createsAndUpdatesConsumers() throws Exception {
        provisioner().provision();

        provisioner().provision(Consumers.DETECTION, 10);
        provisioner().provision(Consumers.DETECTION, 20);

        var consumer = connection
                .jetStreamManagement()
                .getConsumerInfo(Streams.VIGIL, "detection-worker")
                .getConsumerConfiguration();
        assertThat(consumer.getMaxAckPending()).isEqualTo(20);
        assertThat(consumer.getMaxDeliver()).isEqualTo(4);
        assertThat(consumer.getAckWait()).isEqualTo(Duration.ofSeconds(30));
        assertThat(consumer.getFilterSubjects()).containsExactlyInAnyOrder("vigil.guard.>", "vigil.detection.>");
    }
}
