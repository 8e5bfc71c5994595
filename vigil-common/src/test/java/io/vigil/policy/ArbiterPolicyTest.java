package io.vigil.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.liveconfig.ConfigReader.Result;
import io.vigil.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArbiterPolicyTest {

    @Test
    void survivesItsOwnJson() {
        byte[] json = Json.strictMapper().writeValueAsBytes(ArbiterPolicy.defaults());
        assertThat(PolicyJson.read(json)).isEqualTo(new Result.Good<>(ArbiterPolicy.defaults()));
    }

    @ParameterizedTest
    @CsvSource({
        "thresholds.block, 0",
        "thresholds.block, 101",
        "thresholds.block, 30",
        "thresholds.sanitize, -1",
        "thresholds.sanitize, 100",
        "thresholds.sanitize, 70",
        "weights.full.heuristics, -0.1",
        "weights.full.semantic, 1.1",
        "weights.full.llm_guard, 2",
        "weights.fast.heuristics, -1",
        "weights.fast.semantic, 1.5",
        "degradation.weight_multiplier, 1.01",
        "degradation.weight_multiplier, -0.01",
        "boosts.conservative_override.min_score, 101",
        "boosts.conservative_override.floor, -1",
        "boosts.semantic_high_similarity.floor, 101",
        "boosts.heuristics_critical.min_score, -1",
        "boosts.heuristics_critical.floor, 101",
        "boosts.llm_guard_high_confidence.above_confidence, 1.2",
        "boosts.llm_guard_high_confidence.floor, 101",
        "boosts.unanimous_high.floor, 101",
        "sanitize.min_finding_score, 101",
        "unsanitizable.block_from, 101",
    })
    void refusesNumberOutsideItsRangeByKeyAndRange(String key, double value) {
        assertThat(refusal(PolicyJson.with(key, value == Math.rint(value) ? (Object) (int) value : (Object) value)))
                .contains(key)
                .containsAnyOf(" to ", "must be below");
    }

    @ParameterizedTest
    @CsvSource({"weights.full.heuristics, 0.2, weights.full", "weights.fast.semantic, 0.5, weights.fast"})
    void refusesWeightsThatDoNotAddUp(String key, double value, String named) {
        assertThat(refusal(PolicyJson.with(key, value))).contains(named).contains("add up to 1");
    }

    @ParameterizedTest
    @CsvSource({"block_message, 501", "block_message, 0", "sanitize.redact_token, 41", "sanitize.redact_token, 0"})
    void refusesTextThatIsBlankOrTooLong(String key, int length) {
        assertThat(refusal(PolicyJson.with(key, "x".repeat(length))))
                .contains(key)
                .contains("not blank");
    }

    @ParameterizedTest
    @CsvSource({"fail_policy.all_branches_degraded, MAYBE", "fail_policy.pii_degraded, ''", "enforcement.block, yes"})
    void refusesWordThatIsNoneOfTheAllowed(String key, String value) {
        assertThat(refusal(PolicyJson.with(key, value))).contains(key.substring(key.lastIndexOf('.') + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "thresholds.block_min", "arbiter", "boosts.unanimous_low", "weights.full.c", "unsanitizable.action",
        "sanitize.pattern", "fail_policy.x", "enforcement.dry_run", "degradation.x", "weights.medium",
        "boosts.unanimous_high.x"
    })
    void refusesKeyThatNobodyReads(String key) {
        assertThat(refusal(PolicyJson.with(key, 50))).contains("nobody reads").contains(last(key));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refusesDocumentWithoutOneOfItsKeys(String key) {
        assertThat(refusal(PolicyJson.without(key))).contains(last(key));
    }

    @ParameterizedTest
    @CsvSource({
        "thresholds",
        "weights",
        "weights.full",
        "weights.fast",
        "degradation",
        "boosts",
        "boosts.conservative_override",
        "boosts.semantic_high_similarity",
        "boosts.heuristics_critical",
        "boosts.llm_guard_high_confidence",
        "boosts.unanimous_high",
        "sanitize",
        "unsanitizable",
        "fail_policy",
        "enforcement"
    })
    void refusesDocumentWithoutOneOfItsSections(String key) {
        assertThat(refusal(PolicyJson.without(key))).contains(key);
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThat(refusal("{".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(refusal("null".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        assertThat(refusal("[]".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    }

    private static Stream<String> keys() {
        return PolicyJson.flat().keySet().stream();
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String refusal(byte[] json) {
        return switch (PolicyJson.read(json)) {
            case Result.Bad<ArbiterPolicy> bad -> bad.why();
            case Result.Good<ArbiterPolicy> good -> throw new AssertionError("accepted: " + good.value());
        };
    }
}
