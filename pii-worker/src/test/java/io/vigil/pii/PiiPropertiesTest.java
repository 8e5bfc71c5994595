package io.vigil.pii;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

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
            assertThat(properties.ner().model()).isEmpty();
            assertThat(properties.ner().labels())
                    .containsOnlyKeys("PER", "PERSON")
                    .containsValue("PERSON");
            assertThat(properties.ner().maxTokens()).isEqualTo(128);
            assertThat(properties.ner().timeLimit()).isEqualTo(Duration.ofSeconds(2));
            assertThat(properties.key()).isEmpty();
            assertThat(properties.vault().timeToLive()).isEqualTo(Duration.ofHours(1));
            assertThat(properties.vault().maxSize()).isEqualTo(DataSize.ofMegabytes(256));
            assertThat(properties.service().maxInFlight()).isEqualTo(64);
        });
    }

    @Test
    void readsEveryKey() {
        runner.withPropertyValues(
                        "vigil.pii.presidio.url=http://presidio:5001",
                        "vigil.pii.presidio.timeout=2s",
                        "vigil.pii.presidio.entities=PERSON,LOCATION",
                        "vigil.pii.language-detector.url=https://detector:5002/base",
                        "vigil.pii.language-detector.timeout=100ms",
                        "vigil.pii.ner.model=/models/ner.onnx",
                        "vigil.pii.ner.tokenizer=/models/vocab.txt",
                        "vigil.pii.ner.labels.LOC=LOCATION",
                        "vigil.pii.ner.max-tokens=64",
                        "vigil.pii.ner.time-limit=900ms",
                        "vigil.pii.key=secret",
                        "vigil.pii.vault.time-to-live=2h",
                        "vigil.pii.vault.max-size=10MB",
                        "vigil.pii.service.max-in-flight=3")
                .run(context -> {
                    var properties = context.getBean(PiiProperties.class);
                    assertThat(properties.presidio().url()).isEqualTo("http://presidio:5001");
                    assertThat(properties.presidio().timeout()).isEqualTo(Duration.ofSeconds(2));
                    assertThat(properties.presidio().entities()).containsExactly("PERSON", "LOCATION");
                    assertThat(properties.languageDetector().url()).isEqualTo("https://detector:5002/base");
                    assertThat(properties.languageDetector().timeout()).isEqualTo(Duration.ofMillis(100));
                    assertThat(properties.ner())
                            .isEqualTo(new PiiProperties.Ner(
                                    "/models/ner.onnx",
                                    "/models/vocab.txt",
                                    Map.of("LOC", "LOCATION"),
                                    64,
                                    Duration.ofMillis(900)));
                    assertThat(properties.key()).isEqualTo("secret");
                    assertThat(properties.vault())
                            .isEqualTo(new PiiProperties.Vault(Duration.ofHours(2), DataSize.ofMegabytes(10)));
                    assertThat(properties.service().maxInFlight()).isEqualTo(3);
                    assertThat(properties.toString()).doesNotContain("secret");
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
                "vigil.pii.language-detector.timeout=0s",
                "vigil.pii.ner.model=/models/ner.onnx",
                "vigil.pii.ner.tokenizer=/models/vocab.txt",
                "vigil.pii.ner.max-tokens=7",
                "vigil.pii.ner.max-tokens=513",
                "vigil.pii.ner.time-limit=1ms",
                "vigil.pii.vault.time-to-live=59s",
                "vigil.pii.vault.time-to-live=31d",
                "vigil.pii.vault.max-size=1KB",
                "vigil.pii.service.max-in-flight=0"
            })
    void refusesBadValues(String property) {
        runner.withPropertyValues(property)
                .run(context -> assertThat(context).hasFailed().getFailure().hasMessageContaining("vigil.pii"));
    }
}
