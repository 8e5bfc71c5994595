package io.vigil.arbiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.arbiter.answer.TextKeeping;
import io.vigil.policy.ArbiterPolicy;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class ArbiterPropertiesTest {

    private static final String KEY = "A".repeat(43) + "=";
    private static final List<String> EVERYONE = List.of("*");
    private static final Map<String, String> OTHER_THAN_DEFAULT = Map.of(
            "vigil.arbiter.block-threshold", "80",
            "vigil.arbiter.sanitize-threshold", "40",
            "vigil.arbiter.unsanitizable-block-from", "60",
            "vigil.arbiter.block-message", "No.",
            "vigil.arbiter.store-raw-text", "true",
            "vigil.arbiter.raw-text-tenants", "acme,other",
            "vigil.arbiter.event-key", KEY);

    @Test
    void holdsTheDocumentedDefaults() {
        assertThat(bind(Map.of()))
                .isEqualTo(new ArbiterProperties(70, 30, 50, ArbiterPolicy.BLOCK_MESSAGE, false, EVERYONE, ""));
        assertThat(bind(Map.of()).builtInPolicy()).isEqualTo(ArbiterPolicy.defaults());
    }

    @Test
    void mapsEveryKey() {
        assertThat(bind(OTHER_THAN_DEFAULT))
                .isEqualTo(new ArbiterProperties(80, 40, 60, "No.", true, List.of("acme", "other"), KEY));
        assertThat(OTHER_THAN_DEFAULT.keySet())
                .isEqualTo(Arrays.stream(ArbiterProperties.class.getRecordComponents())
                        .map(component -> "vigil.arbiter."
                                + component
                                        .getName()
                                        .replaceAll("([A-Z])", "-$1")
                                        .toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource({
        "block-threshold, 0, 1 to 100",
        "block-threshold, 101, 1 to 100",
        "block-threshold, 30, must be below",
        "sanitize-threshold, -1, 0 to 99",
        "sanitize-threshold, 100, 0 to 99",
        "sanitize-threshold, 70, must be below",
        "unsanitizable-block-from, -1, 0 to 100",
        "unsanitizable-block-from, 101, 0 to 100",
        "block-message, ' ', not blank",
        "event-key, c2hvcnQ=, 32 bytes in base64",
        "store-raw-text, true, needs vigil.arbiter.event-key",
    })
    void refusesValueOutsideItsRangeByKeyAndRange(String key, String value, String range) {
        assertThatThrownBy(() -> bind(Map.of("vigil.arbiter." + key, value)))
                .hasStackTraceContaining("vigil.arbiter." + key)
                .hasStackTraceContaining(range);
    }

    @Test
    void sealsTextsOnlyWhereThatIsSwitchedOn() {
        assertThat(bind(Map.of()).textKeeping()).isEqualTo(TextKeeping.NOTHING);
        assertThat(bind(Map.of("vigil.arbiter.event-key", KEY)).textKeeping().sealedFor())
                .isEmpty();
        assertThat(bind(OTHER_THAN_DEFAULT).textKeeping().sealedFor()).containsExactlyInAnyOrder("acme", "other");
        assertThat(bind(OTHER_THAN_DEFAULT).toString()).doesNotContain(KEY);
    }

    @Test
    void carriesItsSettingsIntoTheBuiltInPolicy() {
        ArbiterPolicy policy = bind(OTHER_THAN_DEFAULT).builtInPolicy();
        assertThat(policy.thresholds().block()).isEqualTo(80);
        assertThat(policy.thresholds().sanitize()).isEqualTo(40);
        assertThat(policy.unsanitizable().blockFrom()).isEqualTo(60);
        assertThat(policy.blockMessage()).isEqualTo("No.");
    }

    @Test
    void takesTheEnvironmentNamesOfTheOriginalDeployment() throws IOException {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "shell",
                        new HashMap<>(Map.of(
                                "BLOCK_THRESHOLD",
                                "81",
                                "SANITIZE_THRESHOLD",
                                "41",
                                "STORE_RAW_TEXT",
                                "true",
                                "VIGIL_EVENT_KEY",
                                KEY))));
        for (var source : new YamlPropertySourceLoader().load("service", new ClassPathResource("arbiter-worker.yml"))) {
            environment.getPropertySources().addLast(source);
        }
        var bound = Binder.get(environment)
                .bind("vigil.arbiter", ArbiterProperties.class)
                .get();
        assertThat(bound)
                .isEqualTo(new ArbiterProperties(81, 41, 50, ArbiterPolicy.BLOCK_MESSAGE, true, EVERYONE, KEY));
    }

    private static ArbiterProperties bind(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("vigil.arbiter", ArbiterProperties.class);
    }
}
