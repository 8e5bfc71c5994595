package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param sealedText the text as sent, encrypted; null unless storing it was explicitly switched on
 * @param textLength length of the text as sent, in Unicode code points
 * @param policyRevision revision of the policy that decided; 0 is the built-in default
 * @param origin who sent it, in which session, and when
 * @param piiCounts pieces of personal data by type
 * @param textHash keyed digest of the text as sent, in hexadecimal; null without a key
 * @param grounds what the decision was made from; null where none was made
 * @param provenance what the decision was made by
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
        @Nullable String sealedText,
        int textLength,
        long policyRevision,
        Origin origin,
        Map<String, Integer> piiCounts,
        @Nullable String textHash,
        @Nullable Grounds grounds,
        Provenance provenance)
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
        // Arbiters of versions before do not write them.
        origin = origin == null ? Origin.UNKNOWN : origin;
        piiCounts = piiCounts == null ? Map.of() : Map.copyOf(piiCounts);
        provenance = provenance == null ? Provenance.UNKNOWN : provenance;
    }

    /** The event of a request that had passed its deadline when a stage took it. */
    public static DecisionEvent expired(
            String requestId, Instant now, String tenant, String stage, Origin origin, List<StageTiming> timings) {
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
                0,
                origin,
                Map.of(),
                null,
                null,
                Provenance.UNKNOWN);
    }
}
