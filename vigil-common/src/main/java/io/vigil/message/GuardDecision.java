package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request.
 *
 * @param threatScore 0 (harmless) to 100 (attack)
 * @param confidence 0 to 1
 * @param categories families of attack found, strongest first
 * @param piiDetected whether personal data was found
 * @param piiTypes distinct types of personal data found
 * @param sanitizedText only with {@link Decision#SANITIZE}: the text to use instead
 * @param blockMessage only with {@link Decision#BLOCK}: what to tell the sender
 * @param flags fixed codes about the decision, e.g. {@code suspicious}, {@code all_branches_degraded}
 * @param degraded names of branches and engines that should have run and could not
 * @param decisionProcess only when asked for
 */
public record GuardDecision(
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
        List<String> degraded,
        @Nullable DecisionProcess decisionProcess)
        implements VigilMessage {

    public GuardDecision {
        requireNonNull(requestId, "request_id");
        requireNonNull(decision, "decision");
        Range.score(threatScore);
        Range.unit(confidence, "confidence");
        categories = List.copyOf(categories);
        piiTypes = List.copyOf(piiTypes);
        flags = List.copyOf(flags);
        degraded = List.copyOf(degraded);
        if ((decision == Decision.SANITIZE) != (sanitizedText != null)) {
            throw new IllegalArgumentException("sanitized text belongs to SANITIZE, and only there");
        }
    }
}
