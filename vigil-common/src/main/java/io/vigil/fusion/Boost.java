package io.vigil.fusion;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport.Scored;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DetectionReport;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.Boosts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A rule that lifts the fused score. The constants stand in order of evaluation. No lift falls when a branch finds more. */
public enum Boost {
    /** A system prompt has leaked for certain; no policy lets that pass. */
    CANARY_LEAK("the output holds the canary of a system prompt"),
    /** One branch alone sees an attack: the score is at least that branch's. */
    CONSERVATIVE_OVERRIDE("one branch alone sees an attack"),
    /** The text is very similar to a known attack. */
    SEMANTIC_HIGH_SIMILARITY("the text is very similar to a known attack"),
    /** A critical heuristics score on a text that hides its content. */
    HEURISTICS_CRITICAL("attack patterns in a text that hides its content"),
    /** The classifier is sure of an attack. */
    LLM_GUARD_HIGH_CONFIDENCE("the classifier is sure of an attack"),
    /** All three branches read high. */
    UNANIMOUS_HIGH("all three branches see an attack");

    private static final int CERTAIN = 100;
    private static final Set<BranchId> BRANCHES = EnumSet.allOf(BranchId.class);

    private final String reason;

    Boost(String reason) {
        this.reason = reason;
    }

    /** Why it applies, in plain words. */
    public String reason() {
        return reason;
    }

    /**
     * What the score is at least, 0 to 100.
     *
     * @return empty where the boost does not apply
     */
    public OptionalInt lift(Boosts boosts, DetectionReport detection) {
        return switch (this) {
            case CANARY_LEAK ->
                floor(heuristics(detection, CriticalSignal.CANARY_LEAK).isPresent(), CERTAIN);
            case CONSERVATIVE_OVERRIDE -> override(boosts.conservativeOverride(), detection);
            case SEMANTIC_HIGH_SIMILARITY -> {
                var rule = boosts.semanticHighSimilarity();
                var similar = signalling(detection, BranchId.SEMANTIC, CriticalSignal.HIGH_SIMILARITY);
                yield floor(rule.enabled() && similar.filter(Boost::high).isPresent(), rule.floor());
            }
            case HEURISTICS_CRITICAL -> {
                var rule = boosts.heuristicsCritical();
                var hidden = heuristics(detection, CriticalSignal.OBFUSCATION_DETECTED);
                yield floor(
                        rule.enabled()
                                && hidden.filter(report -> report.score() >= rule.minScore())
                                        .isPresent(),
                        rule.floor());
            }
            case LLM_GUARD_HIGH_CONFIDENCE -> {
                var rule = boosts.llmGuardHighConfidence();
                var attack = signalling(detection, BranchId.CLASSIFIER, CriticalSignal.LLM_ATTACK);
                yield floor(
                        rule.enabled()
                                && attack.filter(Boost::high)
                                        .filter(report -> report.confidence() > rule.aboveConfidence())
                                        .isPresent(),
                        rule.floor());
            }
            case UNANIMOUS_HIGH -> {
                var rule = boosts.unanimousHigh();
                boolean all = BRANCHES.stream()
                        .allMatch(branch ->
                                detection.scored(branch).filter(Boost::high).isPresent());
                yield floor(rule.enabled() && all, rule.floor());
            }
        };
    }

    private static OptionalInt override(Boosts.ConservativeOverride rule, DetectionReport detection) {
        if (!rule.enabled()) {
            return OptionalInt.empty();
        }
        return BRANCHES.stream()
                .flatMap(branch -> detection.scored(branch).stream())
                .filter(report -> report.score() >= rule.minScore() || (rule.anyHigh() && high(report)))
                .mapToInt(report -> Math.max(report.score(), rule.floor()))
                .max();
    }

    private static OptionalInt floor(boolean applies, int floor) {
        return applies ? OptionalInt.of(floor) : OptionalInt.empty();
    }

    private static Optional<Scored> heuristics(DetectionReport detection, CriticalSignal signal) {
        return signalling(detection, BranchId.HEURISTICS, signal);
    }

    private static Optional<Scored> signalling(DetectionReport detection, BranchId branch, CriticalSignal signal) {
        return detection
                .scored(branch)
                .filter(report -> report.criticalSignals().contains(signal));
    }

    private static boolean high(Scored report) {
        return report.threatLevel() == ThreatLevel.HIGH;
    }
}
