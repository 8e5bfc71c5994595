package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of one request for the event log.
 *
 * @param requestId also the identity of the event: one request, one event
 * @param occurredAt when the outcome was reached
 * @param outcome {@code ALLOW}, {@code SANITIZE}, {@code BLOCK}, or {@code EXPIRED} where nobody waited any more
 * @param direction which side of the conversation; null where the request expired before it could be read
 * @param source who wrote the text; null where the request expired before it could be read
 * @param mode null where the request expired before it could be read
 * @param tenant whose request it was; empty without tenants
 * @param threatScore 0 to 100
 * @param confidence 0 to 1
 * @param branches the branch reports without findings; empty where the request expired before detection
 * @param text the text with personal data redacted; empty where the request expired before redaction
 * @param rawText the text as sent; null unless storing it was explicitly switched on
 * @param textLength length of the text as sent, in Unicode code points
 * @param policyRevision revision of the policy that decided; 0 is the built-in default
 */
public record DecisionEvent(
        String requestId,
        Instant occurredAt,
        String outcome,
        @Nullable Direction direction,
        @Nullable Source source,
        @Nullable Mode mode,
        String tenant,
        int threatScore,
        double confidence,
        List<String> categories,
        List<String> boosts,
        List<String> flags,
        List<String> degraded,
        List<BranchReport> branches,
        List<String> piiTypes,
        int piiCount,
        String language,
        List<String> explanations,
        List<StageTiming> timings,
        String text,
        @Nullable String rawText,
        int textLength,
        long policyRevision)
        implements VigilMessage {

    /** Outcome of a request that nobody waited for any more. */
    public static final String EXPIRED = "EXPIRED";

    public DecisionEvent {
        requireNonNull(requestId, "request_id");
        requireNonNull(occurredAt, "occurred_at");
        requireNonNull(outcome, "outcome");
        requireNonNull(tenant, "tenant");
        requireNonNull(language, "language");
        requireNonNull(text, "text");
        Range.score(threatScore);
        Range.unit(confidence, "confidence");
        categories = List.copyOf(categories);
        boosts = List.copyOf(boosts);
        flags = List.copyOf(flags);
        degraded = List.copyOf(degraded);
        branches = List.copyOf(branches);
        piiTypes = List.copyOf(piiTypes);
        explanations = List.copyOf(explanations);
        timings = List.copyOf(timings);
    }

    /** The event of a request that had passed its deadline when a stage took it. */
    public static DecisionEvent expired(
            String requestId, Instant now, String tenant, String stage, List<StageTiming> timings) {
        return new DecisionEvent(
                requestId,
                now,
                EXPIRED,
                null,
                null,
                null,
                tenant,
                0,
                0,
                List.of(),
                List.of(),
                List.of("expired_at_" + stage),
                List.of(),
                List.of(),
                List.of(),
                0,
                "unknown",
                List.of(),
                timings,
                "",
                null,
                0,
                0);
    }
}
