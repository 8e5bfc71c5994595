package io.vigil.pii.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vigil.liveconfig.ConfigReader;
import io.vigil.liveconfig.ConfigReader.Result;
import io.vigil.message.RedactionKind;
import io.vigil.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class PiiSettingsTest {

    private static final Set<String> KNOWN = Set.of("EMAIL_ADDRESS", "PL_PESEL");
    private static final PiiSettings FULL = new PiiSettings(
            Set.of("EMAIL_ADDRESS", "PL_PESEL"),
            DetectionMode.HIGH_PRECISION,
            Map.of("EMAIL_ADDRESS", 0.4),
            List.of("pl"),
            new AllowList(List.of("support@example.com"), List.of(".*@example\\.org")),
            new RedactionRules(
                    RedactionRule.of(RedactionKind.NUMBERED),
                    Map.of(
                            "EMAIL_ADDRESS", new RedactionRule(RedactionKind.TOKEN, "<mail>", null),
                            "PL_PESEL", new RedactionRule(RedactionKind.MASK, null, 4))));

    @Test
    void survivesItsOwnJson() {
        assertThat(read(Json.strictMapper().writeValueAsString(FULL))).isEqualTo(new Result.Good<>(FULL));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entities | [\"email\"] | entities must name entity types",
                "entities | [\"\"] | entities must name entity types",
                "mode | \"strict\" | mode is missing or of the wrong type",
                "thresholds | {\"URL\": 1.1} | thresholds.URL must be 0 to 1",
                "thresholds | {\"URL\": -0.1} | thresholds.URL must be 0 to 1",
                "thresholds | {\"URL\": null} | thresholds.URL must be given",
                "thresholds | {\"a b\": 0.5} | thresholds must name entity types",
                "languages | [\"de\"] | languages must be of [en, pl]",
                "allow | {\"values\": [\" \"], \"patterns\": []} | allow.values[0] must be 1 to 500 characters",
                "allow | {\"values\": [], \"patterns\": [\"(a\"]} | allow.patterns[0] is no RE2 expression",
                "allow | {\"values\": [], \"patterns\": [\"(a)\\\\1\"]} | allow.patterns[0] is no RE2 expression",
                "allow | {\"values\": []} | allow.patterns must be given",
                "allow | {\"values\": [], \"patterns\": [], \"x\": 1} | nobody reads the key allow.x",
                "redaction | {\"default\": {\"mode\": \"blur\"}, \"entities\": {}} | mode is missing or of the wrong type",
                "redaction | {\"default\": {}, \"entities\": {}} | redaction mode must be given",
                "redaction | {\"entities\": {}} | redaction.default must be given",
                "redaction | {\"default\": {\"mode\": \"token\"}} | redaction.entities must be given",
                "redaction | {\"default\": {\"mode\": \"token\", \"text\": \"X\"}, \"entities\": {}} | must have no text",
                "redaction | {\"default\": {\"mode\": \"drop\", \"text\": \"X\"}, \"entities\": {}} | goes with the mode token",
                "redaction | {\"default\": {\"mode\": \"token\", \"keep_last\": 1}, \"entities\": {}} | goes with the mode mask",
                "redaction | {\"default\": {\"mode\": \"mask\", \"keep_last\": 9}, \"entities\": {}} | keep_last must be 0 to 8",
                "redaction | {\"default\": {\"mode\": \"mask\", \"keep_last\": -1}, \"entities\": {}} | keep_last must be 0 to 8",
                "tenants | {\"a b\": {}} | tenants must be named by 1 to 64 of",
                "tenants | {\"acme\": null} | tenants.acme must be given",
                "tenants | {\"acme\": {\"threshold\": 1}} | nobody reads the key tenants.acme.threshold",
                "tenants | {\"acme\": {\"allow\": {\"values\": [\"\"], \"patterns\": []}}} | tenants.acme.allow.values[0] must be 1 to 500",
                "tenants | {\"acme\": {\"allow\": {\"values\": [], \"patterns\": [\"(\"]}}} | tenants.acme.allow.patterns[0] is no RE2",
                "tenants | {\"acme\": {\"thresholds\": {\"URL\": 2}}} | tenants.acme.thresholds.URL must be 0 to 1",
                "tenants | {\"acme\": {\"entities\": [\"x\"]}} | tenants.acme.entities must name entity types",
                "tenants | {\"acme\": {\"languages\": [\"de\"]}} | tenants.acme.languages must be of [en, pl]",
                "tenants | {\"acme\": {\"mode\": \"strict\"}} | tenants.acme.mode is missing or of the wrong type",
            })
    void refusesABadValueAndNamesTheRule(String key, String value, String why) {
        ObjectNode document = Json.strictMapper().valueToTree(FULL);
        document.set(key, Json.strictMapper().readTree(value));
        assertThat(refusal(document.toString())).contains(why);
    }

    @ParameterizedTest
    @ValueSource(strings = {"entities", "mode", "thresholds", "languages", "allow", "redaction"})
    void refusesADocumentWithoutOneOfItsKeys(String key) {
        ObjectNode document = Json.strictMapper().valueToTree(FULL);
        document.remove(key);
        assertThat(refusal(document.toString())).contains(key).contains("must be given");
    }

    @Test
    void refusesAKeyThatNobodyReads() {
        ObjectNode document = Json.strictMapper().valueToTree(FULL);
        document.put("threshold", 1);
        assertThat(refusal(document.toString())).isEqualTo("nobody reads the key threshold");
    }

    @Test
    void refusesTooLongLists() {
        ObjectNode document = Json.strictMapper().valueToTree(FULL);
        var values = document.withObject("allow").putArray("values");
        for (int i = 0; i < 1_001; i++) {
            values.add("v" + i);
        }
        assertThat(refusal(document.toString())).contains("allow.values must have at most 1000 entries");
    }

    @Test
    void refusesWhatNoEngineHereCanFind() {
        assertThatThrownBy(() -> FULL.check(Set.of("EMAIL_ADDRESS"), true)).hasMessageContaining("PL_PESEL");
        FULL.check(Set.of("EMAIL_ADDRESS", "PL_PESEL"), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "reversible"})
    void refusesModesThatNeedAKeyWhereThereIsNone(String mode) {
        ObjectNode document = Json.strictMapper().valueToTree(FULL);
        document.withObject("redaction").withObject("default").put("mode", mode);
        var settings = ((Result.Good<PiiSettings>) read(document.toString())).value();
        assertThatThrownBy(() -> settings.check(Set.of("EMAIL_ADDRESS", "PL_PESEL"), false))
                .hasMessageContaining("VIGIL_PII_KEY");
        settings.check(Set.of("EMAIL_ADDRESS", "PL_PESEL"), true);
    }

    @Test
    void refusesWhatATenantCannotHaveHere() {
        var unknown = new TenantSettings(Set.of("XX_ID"), null, null, null, null, null);
        assertThatThrownBy(() -> tenants(Map.of("acme", unknown)).check(KNOWN, true))
                .hasMessageContaining("tenants.acme.entities names XX_ID");
        var keyed = new TenantSettings(
                null, null, null, null, null, new RedactionRules(RedactionRule.of(RedactionKind.REVERSIBLE), Map.of()));
        assertThatThrownBy(() -> tenants(Map.of("acme", keyed)).check(KNOWN, false))
                .hasMessageContaining("tenants.acme.redaction")
                .hasMessageContaining("VIGIL_PII_KEY");
        tenants(Map.of("acme", keyed)).check(KNOWN, true);
    }

    @Test
    void takesADocumentWithoutTenants() {
        ObjectNode document = Json.strictMapper().valueToTree(FULL);
        document.remove("tenants");
        assertThat(read(document.toString())).isInstanceOf(Result.Good.class);
    }

    private static PiiSettings tenants(Map<String, TenantSettings> tenants) {
        return new PiiSettings(
                FULL.entities(),
                FULL.mode(),
                FULL.thresholds(),
                FULL.languages(),
                FULL.allow(),
                FULL.redaction(),
                tenants);
    }

    @Test
    void isDocumentedByADocumentThatIsAccepted() throws IOException {
        String page =
                Files.readString(Path.of(System.getProperty("vigil.root"), "docs", "detectors", "pii-settings.md"));
        var example = Pattern.compile("(?s)```json\\n(.*?)```").matcher(page);
        assertThat(example.find()).isTrue();
        assertThat(read(example.group(1))).isInstanceOf(Result.Good.class);
        ObjectNode document = Json.strictMapper().valueToTree(FULL);
        assertThat(document.propertyNames()).allSatisfy(key -> assertThat(page).contains("| `" + key));
    }

    private static Result<PiiSettings> read(String json) {
        return new ConfigReader<>(PiiSettings.class).read(json.getBytes(UTF_8));
    }

    private static String refusal(String json) {
        return switch (read(json)) {
            case Result.Bad<PiiSettings>(String why) -> why;
            case Result.Good<PiiSettings> good -> throw new AssertionError("accepted: " + good);
        };
    }
}
