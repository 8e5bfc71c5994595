package io.vigil.api.testing;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Decision;
import io.vigil.message.DecisionProcess;
import io.vigil.message.Finding;
import io.vigil.message.GuardDecision;
import io.vigil.message.PiiEntity;
import io.vigil.message.Span;
import io.vigil.message.StageTiming;
import io.vigil.message.Submission;
import io.vigil.message.ThreatLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decisions as the arbiter makes them, with branch reports, told by what a text contains. */
public final class PlayedDecisions {

    private PlayedDecisions() {}

    /** BLOCK for an override, SANITIZE for a PESEL, else ALLOW. A text with {@code [blind]} was seen by no branch. */
    public static GuardDecision decide(Submission submission) {
        if (submission.text().contains("Ignore all previous")) {
            return decision(submission, Decision.BLOCK, 92, List.of(), List.of());
        }
        if (submission.text().contains("PESEL")) {
            return decision(submission, Decision.SANITIZE, 34, List.of(), List.of("llm_guard", "presidio"));
        }
        boolean blind = submission.text().contains("[blind]");
        return decision(
                submission,
                Decision.ALLOW,
                blind ? 100 : 3,
                blind ? List.of("all_branches_degraded") : List.of(),
                blind ? List.of("heuristics", "semantic", "llm_guard") : List.of());
    }

    private static GuardDecision decision(
            Submission submission, Decision decision, int score, List<String> flags, List<String> degraded) {
        boolean sanitized = decision == Decision.SANITIZE;
        return new GuardDecision(
                String.valueOf(submission.requestId()),
                decision,
                score,
                0.912,
                decision == Decision.BLOCK ? List.of("INSTRUCTION_OVERRIDE") : List.of(),
                sanitized,
                sanitized ? List.of("PL_PESEL") : List.of(),
                sanitized ? submission.text().replace("44051401359", "[PESEL]") : null,
                decision == Decision.BLOCK ? "Not allowed here." : null,
                flags,
                degraded,
                Boolean.TRUE.equals(submission.returnDecisionProcess()) ? process(decision, score, degraded) : null);
    }

    private static DecisionProcess process(Decision decision, int score, List<String> degraded) {
        boolean attack = decision == Decision.BLOCK;
        var finding = new Finding("INSTRUCTION_OVERRIDE", "override-1", 90, "an order to forget", null);
        return new DecisionProcess(
                List.of(
                        degraded.contains("heuristics")
                                ? new BranchReport.Degraded(BranchId.HEURISTICS, "failed", 100)
                                : scored(BranchId.HEURISTICS, score, attack, Map.of("override", 80.5), finding),
                        degraded.contains("semantic")
                                ? new BranchReport.Degraded(BranchId.SEMANTIC, "timeout", 100)
                                : scored(
                                        BranchId.SEMANTIC,
                                        score,
                                        attack,
                                        attack
                                                ? Map.of("attack_similarity", 0.91, "safe_similarity", -0.04)
                                                : Map.of("windows", 0.0),
                                        finding),
                        degraded.contains("llm_guard")
                                ? new BranchReport.Degraded(BranchId.CLASSIFIER, "timeout", 100)
                                : scored(BranchId.CLASSIFIER, score, attack, Map.of("probability", 0.97), finding)),
                Map.of("heuristics", 0.3, "semantic", 0.35, "llm_guard", 0.35),
                score,
                attack ? List.of("HIGH_SIMILARITY") : List.of(),
                70,
                30,
                decision == Decision.SANITIZE
                        ? List.of(new PiiEntity("PL_PESEL", new Span(29, 40), 1, "[PESEL]"))
                        : List.of(),
                "en",
                List.of(),
                List.of(new StageTiming("detection", 900, 3420), new StageTiming("pii", 400, 1730)),
                0);
    }

    private static BranchReport scored(
            BranchId branch, int score, boolean attack, Map<String, Double> features, Finding finding) {
        return new BranchReport.Scored(
                branch,
                score,
                attack ? ThreatLevel.HIGH : ThreatLevel.LOW,
                0.9,
                attack && branch == BranchId.CLASSIFIER ? Set.of(CriticalSignal.LLM_ATTACK) : Set.of(),
                features,
                attack ? List.of(finding) : List.of(),
                attack ? List.of("tells the assistant to forget its instructions") : List.of(),
                3420);
    }
}
