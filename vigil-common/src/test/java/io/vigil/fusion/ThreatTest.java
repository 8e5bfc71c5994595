package io.vigil.fusion;

import static io.vigil.fusion.Reports.degraded;
import static io.vigil.fusion.Reports.detection;
import static io.vigil.fusion.Reports.ran;
import static io.vigil.fusion.Reports.scores;
import static io.vigil.fusion.Reports.skipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DetectionReport;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.ArbiterPolicy;
import io.vigil.policy.Boosts;
import io.vigil.policy.PolicyJson;
import io.vigil.wire.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreatTest {

    private static final ArbiterPolicy DEFAULTS = ArbiterPolicy.defaults();

    /** The worked vectors of the original arbiter, whose boosts ended at 50; levels as its branches set them. */
    @ParameterizedTest
    @CsvSource({
        "20, 30,  1, 16.85, 17, ''",
        "66,  0,  1, 20.15, 70, CONSERVATIVE_OVERRIDE",
        "65, 69,  1, 44.00, 44, ''",
        "60, 65,  1, 41.10, 41, ''",
        " 0, 84,  1, 29.75, 84, CONSERVATIVE_OVERRIDE",
        " 0,  0,  0,  0.00,  0, ''",
        "100,100,100, 100.0,100, CONSERVATIVE_OVERRIDE+UNANIMOUS_HIGH",
        "66, 70, 70, 68.80, 90, CONSERVATIVE_OVERRIDE+UNANIMOUS_HIGH",
    })
    void fusesAndBoostsLikeTheWorkedVectors(int a, int b, int c, double mean, int score, String boosts) {
        Threat threat = full(scores(a, b, c));
        assertThat(threat.fusion().score()).isCloseTo(mean, within(1e-9));
        assertThat(threat.score()).isEqualTo(score);
        assertThat(String.join("+", names(threat))).isEqualTo(boosts);
    }

    @Test
    void liftsHighSimilarityAboveTheBranchItself() {
        Threat threat = full(
                detection(ran(BranchId.HEURISTICS, 0), similar(72, ThreatLevel.HIGH), ran(BranchId.CLASSIFIER, 1)));
        assertThat(threat.score()).isEqualTo(80);
        assertThat(names(threat)).containsExactly("CONSERVATIVE_OVERRIDE", "SEMANTIC_HIGH_SIMILARITY");
    }

    @ParameterizedTest
    @CsvSource({"0.99, 85, CONSERVATIVE_OVERRIDE+LLM_GUARD_HIGH_CONFIDENCE", "0.9, 75, CONSERVATIVE_OVERRIDE"})
    void liftsClassifierOnlyAboveItsConfidence(double confidence, int score, String boosts) {
        Threat threat = full(detection(ran(BranchId.HEURISTICS, 0), ran(BranchId.SEMANTIC, 0), attack(75, confidence)));
        assertThat(threat.score()).isEqualTo(score);
        assertThat(String.join("+", names(threat))).isEqualTo(boosts);
    }

    @Test
    void recordsBoostsInOrderOfEvaluationAlsoWhereALaterOneDecides() {
        Threat threat = full(detection(obfuscated(75), similar(90, ThreatLevel.HIGH), attack(95, 0.99)));
        assertThat(threat.boosts())
                .containsExactlyElementsOf(EnumSet.range(Boost.CONSERVATIVE_OVERRIDE, Boost.UNANIMOUS_HIGH));
        assertThat(threat.score()).isEqualTo(95);
    }

    @Test
    void keepsTheOrderOfTwoTextsThatOneBranchAloneSees() {
        assertThat(full(scores(0, 0, 97)).score())
                .isGreaterThan(full(scores(0, 0, 86)).score());
        assertThat(full(scores(93, 0, 0)).score())
                .isGreaterThan(full(scores(92, 0, 0)).score());
    }

    @Test
    void isCertainOfALeakedSystemPromptWhateverTheOtherBranchesSay() {
        Threat threat = full(detection(
                ran(BranchId.HEURISTICS, 0, ThreatLevel.LOW, 0.5, Set.of(CriticalSignal.CANARY_LEAK)),
                ran(BranchId.SEMANTIC, 0),
                ran(BranchId.CLASSIFIER, 0)));
        assertThat(names(threat)).containsExactly("CANARY_LEAK");
        assertThat(threat.score()).isEqualTo(100);
    }

    @Test
    void keepsAMeanAboveEveryFloor() {
        var withoutOverride = PolicyJson.changed("boosts.conservative_override.enabled", false);
        assertThat(Threat.of(scores(98, 99, 100), Mode.FULL, withoutOverride).score())
                .isEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({
        "boosts.conservative_override.enabled, false, 17",
        "boosts.conservative_override.floor, 61, 61",
        "boosts.conservative_override.min_score, 51, 17",
        "boosts.conservative_override.min_score, 50, 70",
    })
    void readsEveryKnobOfTheConservativeOverrideByScore(String key, String value, int expected) {
        DetectionReport low = detection(
                ran(BranchId.HEURISTICS, 50, ThreatLevel.MEDIUM, 0.5, Set.of()),
                ran(BranchId.SEMANTIC, 5),
                ran(BranchId.CLASSIFIER, 1));
        ArbiterPolicy policy = key.endsWith("min_score")
                ? PolicyJson.changed(key, Integer.valueOf(value))
                : with(PolicyJson.changed(key, json(value)), 50);
        assertThat(Threat.of(low, Mode.FULL, policy).score()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"true, 70", "false, 20"})
    void readsWhetherAHighLevelAloneOverrides(boolean anyHigh, int expected) {
        ArbiterPolicy policy = PolicyJson.changed("boosts.conservative_override.any_high", anyHigh);
        DetectionReport detection = detection(
                ran(BranchId.HEURISTICS, 65, ThreatLevel.HIGH, 0.5, Set.of()),
                ran(BranchId.SEMANTIC, 0),
                ran(BranchId.CLASSIFIER, 1));
        assertThat(Threat.of(detection, Mode.FULL, policy).score()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "boosts.semantic_high_similarity.enabled, false, 72",
        "boosts.semantic_high_similarity.floor, 77, 77",
        "boosts.unanimous_high.enabled, true, 80",
    })
    void readsEveryKnobOfHighSimilarity(String key, String value, int expected) {
        DetectionReport similar =
                detection(ran(BranchId.HEURISTICS, 0), similar(72, ThreatLevel.HIGH), ran(BranchId.CLASSIFIER, 1));
        assertThat(Threat.of(similar, Mode.FULL, PolicyJson.changed(key, json(value)))
                        .score())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "boosts.heuristics_critical.enabled, false, 75",
        "boosts.heuristics_critical.floor, 78, 78",
        "boosts.heuristics_critical.min_score, 76, 75",
        "boosts.heuristics_critical.min_score, 75, 80",
    })
    void readsEveryKnobOfCriticalHeuristics(String key, String value, int expected) {
        DetectionReport hidden = detection(obfuscated(75), ran(BranchId.SEMANTIC, 0), ran(BranchId.CLASSIFIER, 1));
        assertThat(Threat.of(hidden, Mode.FULL, PolicyJson.changed(key, json(value)))
                        .score())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "boosts.llm_guard_high_confidence.enabled, false, 75",
        "boosts.llm_guard_high_confidence.floor, 88, 88",
        "boosts.llm_guard_high_confidence.above_confidence, 0.95, 75",
        "boosts.llm_guard_high_confidence.above_confidence, 0.94, 85",
    })
    void readsEveryKnobOfTheSureClassifier(String key, String value, int expected) {
        DetectionReport sure = detection(ran(BranchId.HEURISTICS, 0), ran(BranchId.SEMANTIC, 0), attack(75, 0.95));
        assertThat(Threat.of(sure, Mode.FULL, PolicyJson.changed(key, json(value)))
                        .score())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"boosts.unanimous_high.enabled, false, 70", "boosts.unanimous_high.floor, 95, 95"})
    void readsEveryKnobOfUnanimity(String key, String value, int expected) {
        assertThat(Threat.of(scores(66, 70, 70), Mode.FULL, PolicyJson.changed(key, json(value)))
                        .score())
                .isEqualTo(expected);
    }

    @Test
    void needsTheSignalOfEachBoost() {
        assertThat(names(full(scores(80, 90, 90)))).containsExactly("CONSERVATIVE_OVERRIDE", "UNANIMOUS_HIGH");
        assertThat(names(full(detection(
                        ran(BranchId.HEURISTICS, 0), similar(60, ThreatLevel.MEDIUM), ran(BranchId.CLASSIFIER, 0)))))
                .isEmpty();
    }

    @Test
    void usesTheWeightsOfTheFastMode() {
        DetectionReport fast = detection(
                ran(BranchId.HEURISTICS, 20), ran(BranchId.SEMANTIC, 60), skipped(BranchId.CLASSIFIER, "mode_fast"));
        Threat threat = Threat.of(fast, Mode.FAST, DEFAULTS);
        assertThat(threat.fusion().score()).isCloseTo(20 * .462 + 60 * .538, within(1e-9));
        assertThat(threat.fusion().weights()).containsEntry(BranchId.CLASSIFIER, 0.0);
        assertThat(threat.fusion().confidence()).isCloseTo(0.5, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, weights.full, '{\"heuristics\":1,\"semantic\":0,\"llm_guard\":0}', 10",
        "FULL, weights.full, '{\"heuristics\":0,\"semantic\":1,\"llm_guard\":0}', 20",
        "FULL, weights.full, '{\"heuristics\":0,\"semantic\":0,\"llm_guard\":1}', 30",
        "FAST, weights.fast, '{\"heuristics\":1,\"semantic\":0}', 10",
        "FAST, weights.fast, '{\"heuristics\":0,\"semantic\":1}', 20"
    })
    void readsEveryWeight(Mode mode, String key, String weights, int expected) {
        ArbiterPolicy policy = PolicyJson.changed(key, Json.mapper().readTree(weights));
        assertThat(Threat.of(scores(10, 20, 30), mode, policy).score()).isEqualTo(expected);
    }

    @Test
    void givesTheShareOfADegradedBranchToTheOthers() {
        Threat threat =
                full(detection(degraded(BranchId.HEURISTICS), ran(BranchId.SEMANTIC, 40), ran(BranchId.CLASSIFIER, 1)));
        assertThat(threat.fusion().score()).isCloseTo(20.5, within(1e-9));
        assertThat(threat.score()).isEqualTo(21);
        assertThat(threat.fusion().weights())
                .containsEntry(BranchId.HEURISTICS, 0.0)
                .containsEntry(BranchId.SEMANTIC, 0.5);
    }

    @Test
    void lowersOnlyTheConfidenceByTheMultiplierOfADegradedBranch() {
        DetectionReport missing =
                detection(degraded(BranchId.HEURISTICS), ran(BranchId.SEMANTIC, 40), ran(BranchId.CLASSIFIER, 1));
        Threat tenth = full(missing);
        Threat none = Threat.of(missing, Mode.FULL, PolicyJson.changed("degradation.weight_multiplier", 0));
        assertThat(tenth.fusion().confidence()).isCloseTo(0.5 * .70 / .73, within(1e-9));
        assertThat(none.fusion().confidence()).isCloseTo(0.5, within(1e-9));
        assertThat(none.score()).isEqualTo(tenth.score());
    }

    @Test
    void decidesWithTwoBranchesWhileTheThirdIsNotInstalled() {
        Threat threat = full(detection(
                ran(BranchId.HEURISTICS, 65),
                ran(BranchId.SEMANTIC, 69),
                new BranchReport.Degraded(BranchId.CLASSIFIER, "not_installed", 0)));
        assertThat(threat.score()).isEqualTo(67);
    }

    @Test
    void takesTheWorstScoreWhereNoBranchCouldAnswer() {
        Threat threat = full(
                detection(degraded(BranchId.HEURISTICS), degraded(BranchId.SEMANTIC), degraded(BranchId.CLASSIFIER)));
        assertThat(threat).isEqualTo(new Threat(100, new Fusion.Blind(), List.of()));
    }

    @Test
    void takesTheWorstScoreWhereOnlyBranchesWithoutWeightAnswered() {
        var policy = PolicyJson.changed(
                "weights.full", Json.mapper().readTree("{\"heuristics\":1,\"semantic\":0,\"llm_guard\":0}"));
        DetectionReport report =
                detection(degraded(BranchId.HEURISTICS), ran(BranchId.SEMANTIC, 0), ran(BranchId.CLASSIFIER, 0));
        assertThat(Threat.of(report, Mode.FULL, policy).fusion()).isInstanceOf(Fusion.Blind.class);
    }

    @Test
    void takesTheWorstScoreInFastModeWhereBothBranchesAreDegraded() {
        DetectionReport report = detection(
                degraded(BranchId.HEURISTICS), degraded(BranchId.SEMANTIC), skipped(BranchId.CLASSIFIER, "mode_fast"));
        assertThat(Threat.of(report, Mode.FAST, DEFAULTS).score()).isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"empty_stage", "mode_fast"})
    void scoresNothingWhereTheStagesAreEmpty(String classifier) {
        DetectionReport report = detection(
                skipped(BranchId.HEURISTICS, "empty_stage"),
                skipped(BranchId.SEMANTIC, "empty_stage"),
                skipped(BranchId.CLASSIFIER, classifier));
        assertThat(full(report)).isEqualTo(new Threat(0, new Fusion.Idle(), List.of()));
    }

    @Test
    void takesTheWorstScoreWhereEveryBranchWasSkippedForAnotherReason() {
        DetectionReport report = detection(
                skipped(BranchId.HEURISTICS, "mode_fast"),
                skipped(BranchId.SEMANTIC, "mode_fast"),
                skipped(BranchId.CLASSIFIER, "mode_fast"));
        assertThat(full(report).fusion()).isInstanceOf(Fusion.Blind.class);
    }

    private static Threat full(DetectionReport detection) {
        return Threat.of(detection, Mode.FULL, DEFAULTS);
    }

    private static List<String> names(Threat threat) {
        return threat.boosts().stream().map(Boost::name).toList();
    }

    private static BranchReport similar(int score, ThreatLevel level) {
        return ran(BranchId.SEMANTIC, score, level, 0.5, Set.of(CriticalSignal.HIGH_SIMILARITY));
    }

    private static BranchReport obfuscated(int score) {
        return ran(BranchId.HEURISTICS, score, ThreatLevel.HIGH, 0.5, Set.of(CriticalSignal.OBFUSCATION_DETECTED));
    }

    private static BranchReport attack(int score, double confidence) {
        return ran(BranchId.CLASSIFIER, score, ThreatLevel.HIGH, confidence, Set.of(CriticalSignal.LLM_ATTACK));
    }

    private static Object json(String value) {
        return Json.mapper().readTree(value);
    }

    /** The same policy, with the score that overrides lowered. */
    private static ArbiterPolicy with(ArbiterPolicy policy, int minScore) {
        var rule = policy.boosts().conservativeOverride();
        var boosts = policy.boosts();
        return new ArbiterPolicy(
                policy.thresholds(),
                policy.weights(),
                policy.degradation(),
                new Boosts(
                        new Boosts.ConservativeOverride(rule.enabled(), minScore, rule.anyHigh(), rule.floor()),
                        boosts.semanticHighSimilarity(),
                        boosts.heuristicsCritical(),
                        boosts.llmGuardHighConfidence(),
                        boosts.unanimousHigh()),
                policy.sanitize(),
                policy.unsanitizable(),
                policy.failPolicy(),
                policy.enforcement(),
                policy.blockMessage());
    }
}
