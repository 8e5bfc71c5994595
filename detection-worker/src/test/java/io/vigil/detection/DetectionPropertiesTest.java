package io.vigil.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.detection.heuristics.pattern.AttackFamily;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class DetectionPropertiesTest {
    private static final Map<String, Object> EVERY_KEY = Map.ofEntries(
            Map.entry("vigil.detection.heuristics.url", "http://a:5005"),
            Map.entry("vigil.detection.heuristics.time-limit", "11s"),
            Map.entry("vigil.detection.heuristics.policy-families", "cbrne, malware"),
            Map.entry("vigil.detection.semantic.url", "http://b:5006"),
            Map.entry("vigil.detection.semantic.time-limit", "12s"),
            Map.entry("vigil.detection.classifier.url", "http://c:8000"),
            Map.entry("vigil.detection.classifier.time-limit", "13s"),
            Map.entry("vigil.detection.classifier.max-windows", "21"),
            Map.entry("vigil.detection.classifier.screening", "false"),
            Map.entry("vigil.detection.classifier.model", "/models/guard.onnx"),
            Map.entry("vigil.detection.classifier.tokenizer", "/models/vocab.txt"),
            Map.entry("vigil.detection.classifier.label", "INJECTION"),
            Map.entry("vigil.detection.classifier.max-tokens", "384"),
            Map.entry("vigil.detection.cascade.enabled", "false"),
            Map.entry("vigil.detection.heuristics.phrasing", "false"),
            Map.entry("vigil.detection.cascade.block-threshold", "71"),
            Map.entry("vigil.detection.breaker.calls", "14"),
            Map.entry("vigil.detection.breaker.failure-rate", "15"),
            Map.entry("vigil.detection.breaker.open-for", "16s"),
            Map.entry("vigil.detection.semantic.full.screen-threshold", "0.18"),
            Map.entry("vigil.detection.semantic.fast.screen-threshold", "0.19"),
            Map.entry("vigil.detection.semantic.full.max-windows", "18"),
            Map.entry("vigil.detection.semantic.fast.max-windows", "19"),
            Map.entry("vigil.detection.compute-threads", "17"));

    @Test
    void hasTheDefaultsOfTheArchitecture() {
        assertThat(bind(Map.of()))
                .isEqualTo(new DetectionProperties(
                        new DetectionProperties.Heuristics(null, Duration.ofSeconds(1), List.of(), true),
                        new DetectionProperties.Semantic(
                                null,
                                Duration.ofSeconds(2),
                                new DetectionProperties.Full(0.16, 16),
                                new DetectionProperties.Fast(0.23, 1)),
                        new DetectionProperties.Classifier(null, Duration.ofSeconds(3), 32, true, null, null, "1", 256),
                        new DetectionProperties.Cascading(true, 70),
                        new DetectionProperties.Breaker(10, 50, Duration.ofSeconds(5)),
                        0));
    }

    @Test
    void mapsEveryKey() {
        assertThat(bind(EVERY_KEY))
                .isEqualTo(new DetectionProperties(
                        new DetectionProperties.Heuristics(
                                URI.create("http://a:5005"),
                                Duration.ofSeconds(11),
                                List.of("cbrne", "malware"),
                                false),
                        new DetectionProperties.Semantic(
                                URI.create("http://b:5006"),
                                Duration.ofSeconds(12),
                                new DetectionProperties.Full(0.18, 18),
                                new DetectionProperties.Fast(0.19, 19)),
                        new DetectionProperties.Classifier(
                                URI.create("http://c:8000"),
                                Duration.ofSeconds(13),
                                21,
                                false,
                                "/models/guard.onnx",
                                "/models/vocab.txt",
                                "INJECTION",
                                384),
                        new DetectionProperties.Cascading(false, 71),
                        new DetectionProperties.Breaker(14, 15, Duration.ofSeconds(16)),
                        17));
    }

    @ParameterizedTest
    @CsvSource({
        "heuristics.url, ftp://x, http or https",
        "heuristics.time-limit, 0s, longer than 0",
        "heuristics.policy-families, prompt-leak, 'of cbrne, self-harm, weapons, malware, but names prompt-leak'",
        "semantic.time-limit, -1s, longer than 0",
        "classifier.time-limit, 0s, longer than 0",
        "classifier.max-windows, 0, 1 to 10000",
        "classifier.max-tokens, 513, 8 to 512",
        "classifier.tokenizer, /vocab.txt, must be given with",
        "classifier.model, /model.onnx, must be given with",
        "cascade.block-threshold, 0, 1 to 100",
        "breaker.calls, 0, 1 to 1000",
        "breaker.failure-rate, 101, 1 to 100",
        "breaker.open-for, 0s, longer than 0",
        "semantic.full.screen-threshold, 0.3, -1 to 0.25",
        "semantic.full.max-windows, 0, 1 to 10000",
        "semantic.fast.max-windows, 0, 1 to 10000",
        "compute-threads, -1, 0 to 256"
    })
    void refusesBadValuesWithKeyAndRange(String key, String value, String allowed) {
        assertThatThrownBy(() -> bind(Map.of("vigil.detection." + key, value)))
                .rootCause()
                .hasMessageContaining("vigil.detection." + key)
                .hasMessageContaining(allowed);
    }

    @Test
    void readsTheUrlsFromTheKnownEnvironmentNames() {
        var properties = fromShippedFile(
                Map.of("HEURISTICS_URL", "http://a:1", "SEMANTIC_URL", "http://b:2", "LLM_GUARD_URL", "http://c:3"));

        assertThat(properties.heuristics().url()).hasToString("http://a:1");
        assertThat(properties.semantic().url()).hasToString("http://b:2");
        assertThat(properties.classifier().url()).hasToString("http://c:3");
    }

    @Test
    void readsTheClassifierFromTheKnownEnvironmentNames() {
        var classifier = fromShippedFile(Map.of(
                        "VIGIL_CLASSIFIER_MODEL", "/m.onnx",
                        "VIGIL_CLASSIFIER_TOKENIZER", "/t.json",
                        "VIGIL_CLASSIFIER_LABEL", "attack"))
                .classifier();

        assertThat(classifier.model()).isEqualTo("/m.onnx");
        assertThat(classifier.tokenizer()).isEqualTo("/t.json");
        assertThat(classifier.label()).isEqualTo("attack");
    }

    @Test
    void readsThePoliciesFromTheEnvironmentAndHasNoneWhereItIsEmpty() {
        assertThat(fromShippedFile(Map.of("VIGIL_POLICY_FAMILIES", "self-harm,weapons"))
                        .heuristics()
                        .policies())
                .containsExactlyInAnyOrder(AttackFamily.SELF_HARM, AttackFamily.WEAPONS);
        assertThat(fromShippedFile(Map.of("VIGIL_POLICY_FAMILIES", ""))
                        .heuristics()
                        .policies())
                .isEmpty();
    }

    @Test
    void runsEmbeddedWhereTheEnvironmentNamesNoUrl() {
        assertThat(fromShippedFile(Map.of())).isEqualTo(bind(Map.of()));
    }

    private static DetectionProperties bind(Map<String, Object> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("vigil.detection", DetectionProperties.class);
    }

    private static DetectionProperties fromShippedFile(Map<String, Object> variables) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("detection-worker.yml"));
        Properties shipped = java.util.Objects.requireNonNull(yaml.getObject());
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new PropertiesPropertySource("file", shipped));
        environment.getPropertySources().addFirst(new MapPropertySource("variables", new LinkedHashMap<>(variables)));
        return Binder.get(environment).bindOrCreate("vigil.detection", DetectionProperties.class);
    }
}
