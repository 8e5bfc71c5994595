package io.vigil.api.check;

import io.vigil.message.Decision;
import io.vigil.message.DecisionProcess;
import io.vigil.message.GuardDecision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer as clients see it, in snake_case; what is null is left out.
 *
 * @param threatScore 0 (harmless) to 100 (attack)
 * @param confidence 0 to 1
 * @param degradedBranches branches and engines that should have run and could not
 * @see GuardDecision
 */
public record AnswerBody(
        String requestId,
        Decision decision,
        int threatScore,
        double confidence,
        List<String> categories,
        boolean piiDetected,
        List<String> piiTypes,
        @Nullable String sanitizedText,
        @Nullable String blockMessage,
        List<String> flags,
        List<String> degradedBranches,
        @Nullable DecisionProcess decisionProcess) {

    public AnswerBody {
        categories = List.copyOf(categories);
        piiTypes = List.copyOf(piiTypes);
        flags = List.copyOf(flags);
        degradedBranches = List.copyOf(degradedBranches);
    }

    /** The answer of a decision. */
    public static AnswerBody of(GuardDecision decision) {
        return new AnswerBody(
                decision.requestId(),
                decision.decision(),
                decision.threatScore(),
                decision.confidence(),
                decision.categories(),
                decision.piiDetected(),
                decision.piiTypes(),
                decision.sanitizedText(),
                decision.blockMessage(),
                decision.flags(),
                decision.degraded(),
                decision.decisionProcess());
    }
}
