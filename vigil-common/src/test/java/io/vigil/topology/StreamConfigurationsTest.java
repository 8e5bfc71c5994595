package io.vigil.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.Placement;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;

class StreamConfigurationsTest {

    static Stream<StreamSpec> specs() {
        return StreamSpecs.of(new TopologyProperties(
                        3,
                        DataSize.ofGigabytes(10),
                        DataSize.ofGigabytes(1),
                        DataSize.ofGigabytes(1),
                        DataSize.ofGigabytes(1),
                        DataSize.ofGigabytes(1),
                        Duration.ofMinutes(2)))
                .stream();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void readsBackWhatItWrote(StreamSpec spec) {
        assertThat(StreamConfigurations.toSpec(StreamConfigurations.from(spec))).isEqualTo(spec);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void storesInFiles(StreamSpec spec) {
        assertThat(StreamConfigurations.from(spec).getStorageType()).isEqualTo(StorageType.File);
    }

    @ParameterizedTest
    @MethodSource("specs")
    void keepsWhatTheServerHoldsBeyondTheSpec(StreamSpec spec) {
        var existing = StreamConfiguration.builder(StreamConfigurations.from(spec))
                .placement(Placement.builder().cluster("east").build())
                .discardPolicy(spec.refusesWhenFull() ? DiscardPolicy.Old : DiscardPolicy.New)
                .build();
        assertThat(StreamConfigurations.toSpec(existing)).isNotEqualTo(spec);
        var updated = StreamConfigurations.onto(existing, spec);
        assertThat(updated.getPlacement()).isEqualTo(existing.getPlacement());
        assertThat(StreamConfigurations.toSpec(updated)).isEqualTo(spec);
    }
}
