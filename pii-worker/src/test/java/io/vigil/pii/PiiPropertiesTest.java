package io.vigil.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class PiiPropertiesTest {

    private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Wiring.class);

    @Configuration
    @EnableConfigurationProperties(PiiProperties.class)
    static class Wiring {}

    @Test
    void asksNobodyByDefault() {
        runner.run(context -> {
            var properties = context.getBean(PiiProperties.class);
            assertThat(properties.presidio().url()).isEmpty();
            assertThat(properties.presidio().timeout()).isEqualTo(Duration.ofSeconds(3));
            assertThat(properties.presidio().entities()).hasSize(9).contains("PL_ID_CARD");
            assertThat(properties.languageDetector().url()).isEmpty();
            assertThat(properties.languageDetector().timeout()).isEqualTo(Duration.ofMillis(1_500));
        });
    }

    @Test
    void readsEveryKey() {
        runner.withPropertyValues(
                        "vigil.pii.presidio.url=http://presidio:5001",
                        "vigil.pii.presidio.timeout=2s",
                        "vigil.pii.presidio.entities=PERSON,LOCATION",
                        "vigil.pii.language-detector.url=https://detector:5002/base",
                        "vigil.pii.language-detector.timeout=100ms")
                .run(context -> {
                    var properties = context.getBean(PiiProperties.class);
                    assertThat(properties.presidio().url()).isEqualTo("http://presidio:5001");
                    assertThat(properties.presidio().timeout()).isEqualTo(Duration.ofSeconds(2));
                    assertThat(properties.presidio().entities()).containsExactly("PERSON", "LOCATION");
                    assertThat(properties.languageDetector().url()).isEqualTo("https://detector:5002/base");
                    assertThat(properties.languageDetector().timeout()).isEqualTo(Duration.ofMillis(100));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vigil.pii.presidio.url=presidio:5001",
                "vigil.pii.presidio.timeout=1ms",
                "vigil.pii.presidio.timeout=31s",
                "vigil.pii.presidio.entities=",
                "vigil.pii.language-detector.url=ftp://x",
                "vigil.pii.language-detector.timeout=0s"
            })
    void refusesBadValues(String property) {
        runner.withPropertyValues(property)
                .run(context -> assertThat(context).hasFailed().getFailure().hasMessageContaining("vigil.pii"));
    }
}
