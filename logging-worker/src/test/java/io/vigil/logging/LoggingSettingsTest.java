package io.vigil.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.logging.clickhouse.ClickHouseProperties;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LoggingSettingsTest {

    private static final LoggingProperties LOGGING_DEFAULTS =
            new LoggingProperties(100, Duration.ofSeconds(5), Duration.ofSeconds(1), false);
    private static final ClickHouseProperties CLICKHOUSE_DEFAULTS = new ClickHouseProperties(
            "localhost",
            8123,
            false,
            "n8n_logs",
            "vigil_events",
            "default",
            "",
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofMillis(100),
            Duration.ofSeconds(5),
            Duration.ofDays(365),
            Map.of());

    private final ApplicationContextRunner bare = new ApplicationContextRunner().withUserConfiguration(Settings.class);
    private final ApplicationContextRunner service = bare.withInitializer(new ConfigDataApplicationContextInitializer())
            .withSystemProperties("spring.config.name=logging-worker");

    @Test
    void hasDefaults() {
        bare.run(context -> {
            assertThat(context.getBean(LoggingProperties.class)).isEqualTo(LOGGING_DEFAULTS);
            assertThat(context.getBean(ClickHouseProperties.class)).isEqualTo(CLICKHOUSE_DEFAULTS);
        });
    }

    @Test
    void hasTheSameDefaultsInTheServicesFile() {
        service.run(context -> {
            assertThat(context.getBean(LoggingProperties.class)).isEqualTo(LOGGING_DEFAULTS);
            assertThat(context.getBean(ClickHouseProperties.class)).isEqualTo(CLICKHOUSE_DEFAULTS);
        });
    }

    @Test
    void readsTheKnownNamesOfTheEnvironment() {
        service.withPropertyValues(
                        "BATCH_SIZE=250",
                        "FLUSH_INTERVAL_MS=1500",
                        "INSERT_PAUSE_MS=750",
                        "STORE_RAW_TEXT=true",
                        "CLICKHOUSE_HOST=ch",
                        "CLICKHOUSE_PORT=18123",
                        "CLICKHOUSE_DATABASE=guard",
                        "CLICKHOUSE_TABLE=guard_events",
                        "EVENT_RETENTION=90d",
                        "CLICKHOUSE_USER=writer",
                        "CLICKHOUSE_PASSWORD=s3cret")
                .run(context -> {
                    assertThat(context.getBean(LoggingProperties.class))
                            .isEqualTo(
                                    new LoggingProperties(250, Duration.ofMillis(1500), Duration.ofMillis(750), true));
                    var clickHouse = context.getBean(ClickHouseProperties.class);
                    assertThat(clickHouse.url()).isEqualTo("http://ch:18123");
                    assertThat(clickHouse.database()).isEqualTo("guard");
                    assertThat(clickHouse.table()).isEqualTo("guard_events");
                    assertThat(clickHouse.retention()).isEqualTo(Duration.ofDays(90));
                    assertThat(clickHouse.user()).isEqualTo("writer");
                    assertThat(clickHouse.password()).isEqualTo("s3cret");
                    assertThat(clickHouse.toString()).doesNotContain("s3cret");
                });
    }

    @Test
    void mapsEveryKey() {
        var values = Map.ofEntries(
                Map.entry("batch-size", "7"),
                Map.entry("flush-interval", "8ms"),
                Map.entry("insert-pause", "10ms"),
                Map.entry("store-raw-text", "true"),
                Map.entry("clickhouse.host", "h"),
                Map.entry("clickhouse.port", "9"),
                Map.entry("clickhouse.secure", "true"),
                Map.entry("clickhouse.database", "d"),
                Map.entry("clickhouse.user", "u"),
                Map.entry("clickhouse.password", "p"),
                Map.entry("clickhouse.connect-timeout", "11ms"),
                Map.entry("clickhouse.request-timeout", "12ms"),
                Map.entry("clickhouse.first-retry", "13ms"),
                Map.entry("clickhouse.last-retry", "14ms"),
                Map.entry("clickhouse.table", "t"),
                Map.entry("clickhouse.tenant-retention.acme", "3d"),
                Map.entry("clickhouse.retention", "15d"));
        assertThat(values)
                .as("a key for each component")
                .hasSize(LoggingProperties.class.getRecordComponents().length
                        + ClickHouseProperties.class.getRecordComponents().length);
        bare.withPropertyValues(values.entrySet().stream()
                        .map(entry -> "vigil.logging." + entry.getKey() + "=" + entry.getValue())
                        .toArray(String[]::new))
                .run(context -> {
                    assertThat(context.getBean(LoggingProperties.class))
                            .isEqualTo(new LoggingProperties(7, Duration.ofMillis(8), Duration.ofMillis(10), true));
                    assertThat(context.getBean(ClickHouseProperties.class))
                            .isEqualTo(new ClickHouseProperties(
                                    "h",
                                    9,
                                    true,
                                    "d",
                                    "t",
                                    "u",
                                    "p",
                                    Duration.ofMillis(11),
                                    Duration.ofMillis(12),
                                    Duration.ofMillis(13),
                                    Duration.ofMillis(14),
                                    Duration.ofDays(15),
                                    Map.of("acme", Duration.ofDays(3))));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "batch-size, 0, batchSize",
        "batch-size, 10001, batchSize",
        "flush-interval, 0, vigil.logging.flush-interval must be 1ms to 1m",
        "flush-interval, 61s, vigil.logging.flush-interval must be 1ms to 1m",
        "insert-pause, -1ms, vigil.logging.insert-pause must be 0 to 1m",
        "insert-pause, 61s, vigil.logging.insert-pause must be 0 to 1m",
        "clickhouse.host, '', host",
        "clickhouse.port, 0, port",
        "clickhouse.port, 65536, port",
        "clickhouse.database, 'logs; DROP DATABASE x', database",
        "clickhouse.table, 'a b', table",
        "clickhouse.tenant-retention.acme, 12h, vigil.logging.clickhouse.tenant-retention.acme must be",
        "'clickhouse.tenant-retention.[a''b]', 3d, a tenant's name must be",
        "clickhouse.connect-timeout, 1ms, vigil.logging.clickhouse.connect-timeout must be",
        "clickhouse.request-timeout, 6m, vigil.logging.clickhouse.request-timeout must be",
        "clickhouse.first-retry, 0s, vigil.logging.clickhouse.first-retry must be",
        "clickhouse.last-retry, 50ms, vigil.logging.clickhouse.last-retry must be",
        "clickhouse.retention, 12h, vigil.logging.clickhouse.retention must be",
    })
    void refusesValuesOutOfRange(String key, String value, String said) {
        bare.withPropertyValues("vigil.logging." + key + "=" + value).run(context -> {
            assertThat(context).hasFailed();
            assertThat(Stream.iterate(context.getStartupFailure(), java.util.Objects::nonNull, Throwable::getCause)
                            .map(Throwable::toString))
                    .anyMatch(message -> message.contains(said));
        });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties({LoggingProperties.class, ClickHouseProperties.class})
    static class Settings {}
}
