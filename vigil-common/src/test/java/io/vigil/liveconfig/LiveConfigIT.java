package io.vigil.liveconfig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.client.Connection;
import io.nats.client.KeyValue;
import io.vigil.telemetry.Meters;
import io.vigil.testkit.Eventually;
import io.vigil.testkit.LogCapture;
import io.vigil.testkit.NatsServerExtension;
import io.vigil.topology.Provisioner;
import io.vigil.topology.Streams;
import io.vigil.topology.TopologyProperties;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.util.unit.DataSize;

/** Configuration follows the bucket; a bad revision changes nothing. */
class LiveConfigIT {

    @RegisterExtension
    static final NatsServerExtension NATS = NatsServerExtension.create().cleaning();

    /** A policy with one knob. */
    record Knob(int threshold) {
        Knob {
            if (threshold < 0 || threshold > 100) {
                throw new IllegalArgumentException("threshold must be 0 to 100");
            }
        }
    }

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Connection connection;
    private KeyValue bucket;

    @BeforeEach
    void connect() throws Exception {
        connection = NATS.connect();
        new Provisioner(
                        connection,
                        new TopologyProperties(
                                1,
                                DataSize.ofMegabytes(10),
                                DataSize.ofMegabytes(10),
                                DataSize.ofMegabytes(10),
                                DataSize.ofMegabytes(10),
                                DataSize.ofMegabytes(10),
                                Duration.ofMinutes(2)))
                .provision();
        bucket = connection.keyValue(Streams.CONFIG_BUCKET);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    private LiveConfig<Knob> watch() throws Exception {
        return new KvLiveConfigs(connection, meters).watch("knob", Knob.class, new Knob(70));
    }

    private long put(String json) throws Exception {
        return bucket.put("knob", json.getBytes(UTF_8));
    }

    @Test
    void startsWithTheBuiltInValueWhereTheBucketIsEmpty() throws Exception {
        assertThat(watch().current()).isEqualTo(new LiveConfig.Snapshot<>(new Knob(70), 0));
    }

    @Test
    void startsWithTheStoredValue() throws Exception {
        long revision = put("{\"threshold\":55}");

        assertThat(watch().current()).isEqualTo(new LiveConfig.Snapshot<>(new Knob(55), revision));
    }

    @Test
    void followsNewRevisionsWithinTwoSeconds() throws Exception {
        var config = watch();

        long revision = put("{\"threshold\":20}");

        Eventually.withinSeconds(10)
                .becomes("config", new LiveConfig.Snapshot<>(new Knob(20), revision), config::current);
        assertThat(meters.get(Meters.CONFIG_REVISION).tag("key", "knob").gauge().value())
                .isEqualTo((double) revision);
    }

    @Test
    void refusesABadRevisionAndKeepsTheLastGoodOne() throws Exception {
        var config = watch();
        long good = put("{\"threshold\":20}");
        Eventually.withinSeconds(10)
                .becomes("revision", good, () -> config.current().revision());

        try (var logs = LogCapture.start()) {
            put("{\"threshold\":101}");
            put("{\"threshold\":10,\"treshold\":10}");
            put("{\"threshold\":\"SECRET\"}");
            put("no json");
            Eventually.withinSeconds(10)
                    .becomes(
                            "refused revisions",
                            4.0,
                            () -> meters.counter(Meters.CONFIG_RELOADS, "key", "knob", "result", "refused")
                                    .count());

            assertThat(config.current()).isEqualTo(new LiveConfig.Snapshot<>(new Knob(20), good));
            assertThat(logs.containing("threshold must be 0 to 100")).isNotEmpty();
            assertThat(logs.containing("nobody reads the key treshold")).isNotEmpty();
            assertThat(logs.containing("SECRET").stream().filter(entry -> entry.contains("KvLiveConfig")))
                    .isEmpty();
        }

        long next = put("{\"threshold\":30}");
        Eventually.withinSeconds(10)
                .becomes("revision", next, () -> config.current().revision());
    }

    @Test
    void fallsBackToTheBuiltInValueWhenTheKeyIsDeleted() throws Exception {
        long revision = put("{\"threshold\":20}");
        var config = watch();
        assertThat(config.current().revision()).isEqualTo(revision);

        bucket.delete("knob");

        Eventually.withinSeconds(10)
                .becomes("revision", 0L, () -> config.current().revision());
        assertThat(config.current().value()).isEqualTo(new Knob(70));
    }

    @Test
    void followsAgainAfterTheServerWasRestarted() throws Exception {
        var config = watch();

        NATS.server().kill();
        NATS.server().restart();
        long revision = Eventually.withinSeconds(20).satisfies("put", () -> put("{\"threshold\":33}"), put -> put > 0);

        Eventually.withinSeconds(15)
                .becomes("revision", revision, () -> config.current().revision());
    }
}
