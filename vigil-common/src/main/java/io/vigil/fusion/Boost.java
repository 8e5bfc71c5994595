package io.vigil.fusion;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport.Scored;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DetectionReport;
import io.vigil.message.ThreatLevel;
import io.vigil.policy.Boosts;
import java.util.EnumSet;
import java.util.Set;

/** A rule that lifts the fused score to a floor. The constants stand in order of evaluation. */
public enum Boost {
    /** A system prompt has leaked for certain; no policy lets that pass. */
    CANARY_LEAK("the output holds the canary of a system prompt") {
        @Override
        boolean applies(Boosts boosts, DetectionReport detection) {
            return detection
                    .scored(BranchId.HEURISTICS)
                    .filter(report -> signals(report, CriticalSignal.CANARY_LEAK))
                    .isPresent();
        }

        @Override
        public int floor(Boosts boosts) {
            return CERTAIN;
        }
    },
    /** One branch alone sees an attack. */
    CONSERVATIVE_OVERRIDE("one branch alone sees an attack") {
        @Override
        boolean applies(Boosts boosts, DetectionReport detection) {
            var rule = boosts.conservativeOverride();
            return rule.enabled()
                    && BRANCHES.stream()
                            .flatMap(branch -> detection.scored(branch).stream())
                            .anyMatch(report -> report.score() >= rule.minScore() || (rule.anyHigh() && high(report)));
        }

        @Override
        public int floor(Boosts boosts) {
            return boosts.conservativeOverride().floor();
        }
    },
    /** The text is very similar to a known attack. */
    SEMANTIC_HIGH_SIMILARITY("the text is very similar to a known attack") {
        @Override
        boolean applies(Boosts boosts, DetectionReport detection) {
            return boosts.semanticHighSimilarity().enabled()
                    && detection
                            .scored(BranchId.SEMANTIC)
                            .filter(report -> high(report) && signals(report, CriticalSignal.HIGH_SIMILARITY))
                            .isPresent();
        }

        @Override
        public int floor(Boosts boosts) {
            return boosts.semanticHighSimilarity().floor();
        }
    },
    /** A critical heuristics score on a text that hides its content. */
    HEURISTICS_CRITICAL("attack patterns in a text that hides its content") {
        @Override
        boolean applies(Boosts boosts, DetectionReport detection) {
            var rule = boosts.heuristicsCritical();
            return rule.enabled()
                    && detection
                            .scored(BranchId.HEURISTICS)
                            .filter(report -> report.score() >= rule.minScore()
                                    && signals(report, CriticalSignal.OBFUSCATION_DETECTED))
                            .isPresent();
        }

        @Override
        public int floor(Boosts boosts) {
            return boosts.heuristicsCritical().floor();
        }
    },
    /** The classifier is sure of an attack. */
    LLM_GUARD_HIGH_CONFIDENCE("the classifier is sure of an attack") {
        @Override
        boolean applies(Boosts boosts, DetectionReport detection) {
            var rule = boosts.llmGuardHighConfidence();
            return rule.enabled()
                    && detection
                            .scored(BranchId.CLASSIFIER)
                            .filter(report -> high(report)
                                    && signals(report, CriticalSignal.LLM_ATTACK)
                                    && report.confidence() > rule.aboveConfidence())
                            .isPresent();
        }

        @Override
        public int floor(Boosts boosts) {
            return boosts.llmGuardHighConfidence().floor();
        }
    },
    /** All three branches read high. */
    UNANIMOUS_HIGH("all three branches see an attack") {
        @Override
        boolean applies(Boosts boosts, DetectionReport detection) {
            return boosts.unanimousHigh().enabled()
                    && BRANCHES.stream()
                            .allMatch(branch ->
                                    detection.scored(branch).filter(Boost::high).isPresent());
        }

        @Override
        public int floor(Boosts boosts) {
            return boosts.unanimousHigh().floor();
        }
    };

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

    /** The score is at least this where the boost applies, 0 to 100. */
    public abstract int floor(Boosts boosts);

    abstract boolean applies(Boosts boosts, DetectionReport detection);

    private static boolean high(Scored report) {
        return report.threatLevel() == ThreatLevel.HIGH;
    }

    private static boolean signals(Scored report, CriticalSignal signal) {
        return report.criticalSignals().contains(signal);
    }
}
