package io.vigil.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class ApiPropertiesTest {

    private static final Map<String, String> ALL = Map.of(
            "timeout", "2s",
            "publish-timeout", "300ms",
            "max-in-flight", "7",
            "queue-share", "0.5",
            "pii-max-in-flight", "5",
            "max-body", "64KB",
            "retry-after", "3s");

    @Test
    void hasDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ApiProperties(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(1),
                        512,
                        0.8,
                        128,
                        DataSize.ofMegabytes(1),
                        Duration.ofSeconds(1)));
    }

    @Test
    void readsEveryKey() {
        assertThat(bind(ALL))
                .isEqualTo(new ApiProperties(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(300),
                        7,
                        0.5,
                        5,
                        DataSize.ofKilobytes(64),
                        Duration.ofSeconds(3)));
        assertThat(Stream.of(ApiProperties.class.getRecordComponents())
                        .map(component ->
                                component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toSet()))
                .isEqualTo(ALL.keySet());
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, 99ms",
        "timeout, 61s",
        "publish-timeout, 10ms",
        "publish-timeout, 6s",
        "queue-share, 0.05",
        "queue-share, 1.1",
        "queue-share, NaN",
        "max-in-flight, 0",
        "max-in-flight, 100001",
        "pii-max-in-flight, 0",
        "pii-max-in-flight, 100001",
        "max-body, 100B",
        "max-body, 2MB",
        "retry-after, 0s",
        "retry-after, 2m"
    })
    void refusesValuesOutOfRange(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .rootCause()
                .hasMessageContaining("vigil.api." + key)
                .hasMessageContaining(" to ");
    }

    private static ApiProperties bind(Map<String, String> keys) {
        var prefixed = keys.entrySet().stream()
                .collect(Collectors.toMap(key -> "vigil.api." + key.getKey(), Map.Entry::getValue));
        return new Binder(new MapConfigurationPropertySource(prefixed)).bindOrCreate("vigil.api", ApiProperties.class);
    }
}
