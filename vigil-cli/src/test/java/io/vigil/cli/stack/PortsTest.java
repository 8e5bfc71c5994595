package io.vigil.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void hasTheDocumentedDefaults() {
        Ports ports = Ports.from(Map.of());
        assertThat(ports.services())
                .isEqualTo(Map.of(
                        Service.API, 8787,
                        Service.DETECTION, 9464,
                        Service.PII, 9465,
                        Service.ARBITER, 9466,
                        Service.LOGGING, 9467));
        assertThat(ports.nats()).isEqualTo(List.of(4222, 4223, 4224));
        assertThat(ports.clickhouse()).isEqualTo(8123);
    }

    @Test
    void takesPortsFromTheEnvironment() {
        Ports ports = Ports.from(Map.of("VIGIL_API_PORT", "18787", "VIGIL_NATS_PORT", "14222"));
        assertThat(ports.services()).containsEntry(Service.API, 18787);
        assertThat(ports.nats()).containsExactly(14222, 14223, 14224);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "8787 8788", "99999999999"})
    void refusesWhatIsNoPort(String value) {
        assertThatThrownBy(() -> Ports.from(Map.of("VIGIL_API_PORT", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("VIGIL_API_PORT must be a port from 1 to 65535");
    }

    @Test
    void findsDistinctFreePorts() throws IOException {
        Ports ports = Ports.free();
        Set<Integer> distinct = new HashSet<>(ports.services().values());
        distinct.addAll(ports.nats());
        distinct.addAll(ports.monitoring());
        distinct.addAll(ports.routes());
        distinct.add(ports.clickhouse());
        assertThat(distinct).hasSize(Service.values().length + 10);
    }
}
