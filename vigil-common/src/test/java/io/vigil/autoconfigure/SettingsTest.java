package io.vigil.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vigil.connection.NatsProperties;
import io.vigil.topology.TopologyProperties;
import io.vigil.worker.WorkerProperties;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The three settings records of the kernel: defaults, every key, bad values. */
class SettingsTest {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(AllSettings.class);

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({NatsProperties.class, TopologyProperties.class, WorkerProperties.class})
    static class AllSettings {}

    @Test
    void hasDefaults() {
        context.run(started -> {
            assertThat(started.getBean(NatsProperties.class))
                    .isEqualTo(new NatsProperties(
                            List.of("nats://localhost:4222"),
                            "",
                            "",
                            Duration.ofSeconds(60),
                            Duration.ofMillis(250),
                            Duration.ofSeconds(2)));
            assertThat(started.getBean(TopologyProperties.class))
                    .isEqualTo(new TopologyProperties(
                            1,
                            DataSize.ofGigabytes(10),
                            DataSize.ofMegabytes(500),
                            DataSize.ofGigabytes(1),
                            DataSize.ofGigabytes(1),
                            DataSize.ofGigabytes(1),
                            Duration.ofMinutes(2)));
            assertThat(started.getBean(WorkerProperties.class))
                    .isEqualTo(new WorkerProperties(
                            64,
                            1,
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(15),
                            Duration.ofSeconds(20),
                            Duration.ofMinutes(5)));
        });
    }

    static Stream<Arguments> everyKey() {
        return Stream.of(
                arguments(
                        NatsProperties.class,
                        "vigil.nats.",
                        Map.of(
                                "servers", "nats://a:1,nats://b:2",
                                "user", "u",
                                "password", "p",
                                "connect-patience", "61s",
                                "reconnect-wait", "251ms",
                                "request-timeout", "3s"),
                        new NatsProperties(
                                List.of("nats://a:1", "nats://b:2"),
                                "u",
                                "p",
                                Duration.ofSeconds(61),
                                Duration.ofMillis(251),
                                Duration.ofSeconds(3))),
                arguments(
                        TopologyProperties.class,
                        "vigil.topology.",
                        Map.of(
                                "replicas", "3",
                                "queue-max-bytes", "20MB",
                                "requests-max-bytes", "3MB",
                                "dead-letter-max-bytes", "2MB",
                                "events-max-bytes", "4MB",
                                "audit-max-bytes", "5MB",
                                "duplicate-window", "1m"),
                        new TopologyProperties(
                                3,
                                DataSize.ofMegabytes(20),
                                DataSize.ofMegabytes(3),
                                DataSize.ofMegabytes(2),
                                DataSize.ofMegabytes(4),
                                DataSize.ofMegabytes(5),
                                Duration.ofMinutes(1))),
                arguments(
                        WorkerProperties.class,
                        "vigil.worker.",
                        Map.of(
                                "max-in-flight", "65",
                                "replicas", "2",
                                "pull-expiry", "3s",
                                "publish-patience", "16s",
                                "drain-timeout", "21s",
                                "max-work", "6m"),
                        new WorkerProperties(
                                65,
                                2,
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(16),
                                Duration.ofSeconds(21),
                                Duration.ofMinutes(6))));
    }

    @ParameterizedTest(name = "{1}*")
    @MethodSource("everyKey")
    void mapsEveryKey(Class<?> type, String prefix, Map<String, String> values, Object expected) {
        assertThat(values).containsOnlyKeys(keys(type));
        context.withPropertyValues(values.entrySet().stream()
                        .map(value -> prefix + value.getKey() + "=" + value.getValue())
                        .toArray(String[]::new))
                .run(started -> assertThat(started.getBean(type)).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "vigil.nats.connect-patience, 0s, longer than 0",
        "vigil.nats.reconnect-wait, -1s, longer than 0",
        "vigil.nats.request-timeout, 0, longer than 0",
        "vigil.topology.replicas, 2, '1, 3 or 5'",
        "vigil.topology.replicas, 0, '1, 3 or 5'",
        "vigil.topology.queue-max-bytes, 1KB, 1MB or more",
        "vigil.topology.dead-letter-max-bytes, 0, 1MB or more",
        "vigil.topology.duplicate-window, 10ms, 1s to 24h",
        "vigil.topology.duplicate-window, 25h, 1s to 24h",
        "vigil.worker.max-in-flight, 0, 1 to 10000",
        "vigil.worker.max-in-flight, 10001, 1 to 10000",
        "vigil.worker.replicas, 0, 1 to 1000",
        "vigil.worker.pull-expiry, 500ms, 1 to 30",
        "vigil.worker.pull-expiry, 31s, 1 to 30",
        "vigil.worker.publish-patience, 0s, 1 to 300",
        "vigil.worker.publish-patience, 301s, 1 to 300",
        "vigil.worker.drain-timeout, 0s, 1 to 600",
        "vigil.worker.max-work, 8d, 1 to 604800"
    })
    void stopsTheStartWithKeyAndRange(String key, String value, String range) {
        context.withPropertyValues(key + "=" + value)
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(key)
                        .hasMessageContaining(range));
    }

    @Test
    void needsAServer() {
        context.withPropertyValues("vigil.nats.servers=")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("servers"));
    }

    @Test
    void showsNoPassword() {
        context.withPropertyValues("vigil.nats.password=secret")
                .run(started -> assertThat(started.getBean(NatsProperties.class).toString())
                        .doesNotContain("secret"));
    }

    private static String[] keys(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
