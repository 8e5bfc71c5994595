package io.vigil.api.clients;

import io.vigil.api.check.AnswerBody;
import io.vigil.message.Decision;
import io.vigil.message.DecisionProcess;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision in the words of the v1 API, as clients of it read it: in their strict mode an unknown key is an error. The text to pass
 * on is in {@code sanitizedText} and nowhere else, because some clients pass on whatever other text they find.
 *
 * @param decision {@code ALLOWED}, {@code SANITIZED} or {@code BLOCKED}
 * @param score 0 (harmless) to 100 (attack)
 * @param threatLevel {@code LOW}, {@code MEDIUM}, {@code HIGH} or {@code CRITICAL}, by the score
 * @param confidence 0 to 1
 * @param branches never null
 * @param latencyMs from the text to the decision, in milliseconds
 * @param timestamp ISO 8601
 * @param sanitizedText only when sanitized
 * @param blockMessage only when blocked
 * @param decisionFlags fixed codes in upper case
 * @param missingBranches branches that should have run and could not
 * @param failOpen whether the text was allowed although nothing could look at it
 */
record DetectionBody(
        String requestId,
        String decision,
        int score,
        String threatLevel,
        double confidence,
        List<String> categories,
        BranchesBody branches,
        long latencyMs,
        String timestamp,
        @Nullable String sanitizedText,
        @Nullable String blockMessage,
        List<String> decisionFlags,
        List<String> missingBranches,
        String requestReceivedAt,
        String decisionFinalizedAt,
        long decisionLatencyMs,
        @Nullable LanguageBody languageInfo,
        boolean failOpen) {

    private static final String BLOCKED = "Blocked by policy";
    private static final String UNKNOWN = "unknown";

    /**
     * The language of the text.
     *
     * @param detectedLanguage ISO 639-1, or {@code unknown}
     * @param confidence least certainty with which a language is named, 0 to 1
     */
    record LanguageBody(String detectedLanguage, double confidence, String method) {

        /** Below it the guess of the PII stage names no language. */
        private static final double LEAST = 0.9;

        static LanguageBody of(String language) {
            return new LanguageBody(language, language.equals(UNKNOWN) ? 0 : LEAST, "statistical");
        }
    }

    DetectionBody {
        categories = List.copyOf(categories);
        decisionFlags = List.copyOf(decisionFlags);
        missingBranches = List.copyOf(missingBranches);
    }

    static DetectionBody of(AnswerBody answer, Checked checked) {
        Decision decision = answer.decision();
        DecisionProcess process = answer.decisionProcess();
        long millis = Duration.between(checked.received(), checked.decided()).toMillis();
        return new DetectionBody(
                answer.requestId(),
                Words.decision(decision),
                answer.threatScore(),
                Words.threatLevel(answer.threatScore()),
                answer.confidence(),
                answer.categories(),
                process == null ? BranchesBody.NONE : BranchesBody.of(process, answer.piiTypes()),
                millis,
                Words.instant(checked.decided()),
                decision == Decision.SANITIZE ? answer.sanitizedText() : null,
                decision == Decision.BLOCK ? Objects.requireNonNullElse(answer.blockMessage(), BLOCKED) : null,
                Words.flags(answer),
                Words.missing(answer.degradedBranches()),
                Words.instant(checked.received()),
                Words.instant(checked.decided()),
                millis,
                process == null ? null : LanguageBody.of(process.language()),
                Words.isFailOpen(answer));
    }
}
