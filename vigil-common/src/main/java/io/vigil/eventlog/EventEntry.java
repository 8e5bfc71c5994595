package io.vigil.eventlog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event in a list.
 *
 * @param eventId request id
 * @param occurredAt when the outcome was reached
 * @param direction {@code input} or {@code output}; empty where the request expired before it could be read
 * @param source who wrote the text
 * @param mode {@code fast} or {@code full}
 * @param tenant whose request it was; empty without tenants
 * @param client who sent it; empty where nobody said
 * @param session which conversation it belongs to; empty where nobody said
 * @param decision {@code ALLOW}, {@code SANITIZE}, {@code BLOCK} or {@code EXPIRED}
 * @param threatScore 0 to 100
 * @param confidence 0 to 1
 * @param branchAScore heuristics, 0 to 100; null where the branch did not run
 * @param branchBScore semantic similarity, likewise
 * @param branchCScore classifier, likewise
 * @param branchAStatus {@code scored}, {@code degraded:<reason>}, {@code skipped:<reason>} or {@code absent}
 * @param branchBStatus likewise
 * @param branchCStatus likewise
 * @param categories families of attack, strongest first
 * @param boostsApplied rules that lifted the score
 * @param flags fixed codes about the decision
 * @param degradedBranches branches and engines that should have run and could not
 * @param piiTypesDetected types of personal data
 * @param piiEntitiesCount pieces of personal data
 * @param detectedLanguage ISO 639-1 code, or {@code unknown}
 * @param textExcerpt the beginning of the redacted text
 * @param textLength length of the text as sent, in Unicode code points
 * @param totalMicros all waits and all work, in microseconds
 * @param policyRevision revision of the policy that decided; 0 is the built-in default
 */
public record EventEntry(
        String eventId,
        Instant occurredAt,
        String direction,
        String source,
        String mode,
        String tenant,
        String client,
        String session,
        String decision,
        int threatScore,
        double confidence,
        @JsonProperty("branch_a_score") @Nullable Integer branchAScore,
        @JsonProperty("branch_b_score") @Nullable Integer branchBScore,
        @JsonProperty("branch_c_score") @Nullable Integer branchCScore,
        @JsonProperty("branch_a_status") String branchAStatus,
        @JsonProperty("branch_b_status") String branchBStatus,
        @JsonProperty("branch_c_status") String branchCStatus,
        List<String> categories,
        List<String> boostsApplied,
        List<String> flags,
        List<String> degradedBranches,
        List<String> piiTypesDetected,
        int piiEntitiesCount,
        String detectedLanguage,
        String textExcerpt,
        int textLength,
        long totalMicros,
        long policyRevision) {

    /** Longest excerpt, in Unicode code points. */
    public static final int EXCERPT = 300;

    public EventEntry {
        categories = List.copyOf(categories);
        boostsApplied = List.copyOf(boostsApplied);
        flags = List.copyOf(flags);
        degradedBranches = List.copyOf(degradedBranches);
        piiTypesDetected = List.copyOf(piiTypesDetected);
    }
}
