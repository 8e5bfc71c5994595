package io.vigil.api.clients;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.BranchReport.Scored;
import io.vigil.message.CriticalSignal;
import io.vigil.message.DecisionProcess;
import io.vigil.message.Finding;
import io.vigil.message.StageTiming;
import io.vigil.message.ThreatLevel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the branches said. Scores are 0 to 100, times are whole milliseconds. A branch that did not run is left out.
 *
 * @param pii left out only where nothing is known about the decision
 */
record BranchesBody(
        @Nullable Heuristics heuristics,
        @Nullable Semantic semantic,
        @Nullable LlmGuard llmGuard,
        @Nullable Pii pii) {

    /** Nothing is known. */
    static final BranchesBody NONE = new BranchesBody(null, null, null, null);

    private static final String PII_STAGE = "pii";

    /** Patterns and structure. Its level is never higher than {@code HIGH}. */
    record Heuristics(
            int score,
            ThreatLevel threatLevel,
            List<String> explanations,
            Map<String, Double> features,
            long timingMs) {}

    /**
     * Similarity to known attacks.
     *
     * @param attackSimilarity 0 to 1; 0 where no passage was worth a comparison
     * @param safeSimilarity 0 to 1; 0 where no passage was worth a comparison
     */
    record Semantic(
            int score,
            double attackSimilarity,
            double safeSimilarity,
            @Nullable String matchedCategory,
            long timingMs) {}

    /** A trained classifier. */
    record LlmGuard(int score, String verdict, String modelUsed, long timingMs) {}

    /** Personal data. */
    record Pii(boolean detected, int entityCount, List<String> categories, long timingMs) {}

    /**
     * The branches of a decision.
     *
     * @param piiTypes distinct types of personal data found
     */
    static BranchesBody of(DecisionProcess process, List<String> piiTypes) {
        return new BranchesBody(
                scored(process, BranchId.HEURISTICS)
                        .map(BranchesBody::heuristics)
                        .orElse(null),
                scored(process, BranchId.SEMANTIC).map(BranchesBody::semantic).orElse(null),
                scored(process, BranchId.CLASSIFIER).map(BranchesBody::llmGuard).orElse(null),
                new Pii(!process.pii().isEmpty(), process.pii().size(), piiTypes, piiMillis(process)));
    }

    private static Optional<Scored> scored(DecisionProcess process, BranchId id) {
        return process.branches().stream()
                .filter(Scored.class::isInstance)
                .map(Scored.class::cast)
                .filter(report -> report.branch() == id)
                .findFirst();
    }

    private static Heuristics heuristics(Scored report) {
        return new Heuristics(
                report.score(),
                report.threatLevel(),
                report.explanations(),
                report.features(),
                millis(report.micros()));
    }

    private static Semantic semantic(Scored report) {
        // A remote engine names its one similarity otherwise.
        double attack = feature(report, "attack_similarity", feature(report, "top_similarity", 0));
        return new Semantic(
                report.score(),
                attack,
                feature(report, "safe_similarity", 0),
                report.findings().stream().map(Finding::category).findFirst().orElse(null),
                millis(report.micros()));
    }

    private static LlmGuard llmGuard(Scored report) {
        boolean attack = report.criticalSignals().contains(CriticalSignal.LLM_ATTACK);
        return new LlmGuard(
                report.score(),
                attack ? "ATTACK DETECTED" : "SAFE",
                report.branch().wireName(),
                millis(report.micros()));
    }

    private static double feature(BranchReport.Scored report, String name, double otherwise) {
        Double value = report.features().get(name);
        return value == null ? otherwise : Math.clamp(value, 0.0, 1.0);
    }

    private static long piiMillis(DecisionProcess process) {
        return process.timings().stream()
                .filter(timing -> timing.stage().equals(PII_STAGE))
                .mapToLong(StageTiming::workMicros)
                .map(BranchesBody::millis)
                .findFirst()
                .orElse(0);
    }

    private static long millis(long micros) {
        return Math.round(micros / 1000.0);
    }
}
