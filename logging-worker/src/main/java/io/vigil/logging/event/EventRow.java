package io.vigil.logging.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DecisionEvent;
import io.vigil.message.StageTiming;
import io.vigil.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code vigil_events}; the components are its columns, in snake case. The same event always makes the
 * same row.
 */
public record EventRow(
        String eventId,
        String occurredAt,
        String direction,
        String source,
        String mode,
        String tenant,
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
        List<String> explanations,
        String text,
        @Nullable String rawText,
        int textLength,
        Map<String, Long> queuedMicros,
        Map<String, Long> workMicros,
        long totalMicros,
        long policyRevision,
        String branchesJson) {

    /** Status of a branch that the event says nothing about: the request expired before detection. */
    private static final String ABSENT = "absent";

    private static final DateTimeFormatter CLICKHOUSE_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The row of an event.
     *
     * @param keepRawText whether the text as sent is stored where the event carries it
     */
    public static EventRow of(DecisionEvent event, boolean keepRawText) {
        return new EventRow(
                event.requestId(),
                timestamp(event.occurredAt()),
                event.direction() == null ? "" : event.direction().name().toLowerCase(Locale.ROOT),
                event.source() == null ? "" : event.source().wireName(),
                event.mode() == null ? "" : event.mode().wireName(),
                event.tenant(),
                event.outcome(),
                event.threatScore(),
                event.confidence(),
                score(event, BranchId.HEURISTICS),
                score(event, BranchId.SEMANTIC),
                score(event, BranchId.CLASSIFIER),
                status(event, BranchId.HEURISTICS),
                status(event, BranchId.SEMANTIC),
                status(event, BranchId.CLASSIFIER),
                event.categories(),
                event.boosts(),
                event.flags(),
                event.degraded(),
                event.piiTypes(),
                event.piiCount(),
                event.language(),
                event.explanations(),
                event.text(),
                keepRawText ? event.rawText() : null,
                event.textLength(),
                perStage(event, StageTiming::queuedMicros),
                perStage(event, StageTiming::workMicros),
                total(event),
                event.policyRevision(),
                Json.mapper().writeValueAsString(event.branches()));
    }

    /** An instant as ClickHouse writes it, in UTC with milliseconds. */
    public static String timestamp(Instant instant) {
        return CLICKHOUSE_UTC.format(instant);
    }

    private static @Nullable BranchReport report(DecisionEvent event, BranchId branch) {
        for (BranchReport report : event.branches()) {
            if (report.branch() == branch) {
                return report;
            }
        }
        return null;
    }

    private static @Nullable Integer score(DecisionEvent event, BranchId branch) {
        return report(event, branch) instanceof BranchReport.Scored scored ? scored.score() : null;
    }

    private static String status(DecisionEvent event, BranchId branch) {
        return switch (report(event, branch)) {
            case null -> ABSENT;
            case BranchReport.Scored _ -> "scored";
            case BranchReport.Degraded degraded -> "degraded:" + degraded.reason();
            case BranchReport.Skipped skipped -> "skipped:" + skipped.reason();
        };
    }

    private static Map<String, Long> perStage(DecisionEvent event, ToLongFunction<StageTiming> micros) {
        Map<String, Long> times = new LinkedHashMap<>();
        event.timings().forEach(timing -> times.merge(timing.stage(), micros.applyAsLong(timing), Long::sum));
        return times;
    }

    private static long total(DecisionEvent event) {
        return event.timings().stream()
                .mapToLong(timing -> timing.queuedMicros() + timing.workMicros())
                .sum();
    }
}
