package io.vigil.logging.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.DecisionEvent;
import io.vigil.message.Grounds;
import io.vigil.message.MatchedRule;
import io.vigil.message.StageTiming;
import io.vigil.message.ThreatLevel;
import io.vigil.wire.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * A row of the event log; the components are its columns, in snake case. The same event always makes the
 * same row.
 */
public record EventRow(
        String eventId,
        String receivedAt,
        String occurredAt,
        String tenant,
        String client,
        String session,
        String direction,
        String source,
        String mode,
        String decision,
        int threatScore,
        String threatLevel,
        double weightedScore,
        double confidence,
        int blockThreshold,
        int sanitizeThreshold,
        boolean attackLocated,
        @JsonProperty("branch_a_score") @Nullable Integer branchAScore,
        @JsonProperty("branch_b_score") @Nullable Integer branchBScore,
        @JsonProperty("branch_c_score") @Nullable Integer branchCScore,
        @JsonProperty("branch_a_status") String branchAStatus,
        @JsonProperty("branch_b_status") String branchBStatus,
        @JsonProperty("branch_c_status") String branchCStatus,
        List<String> degradedBranches,
        List<String> categories,
        List<String> boostsApplied,
        List<String> flags,
        List<String> rules,
        List<Integer> ruleScores,
        List<String> piiTypesDetected,
        Map<String, Integer> piiCounts,
        int piiEntitiesCount,
        String detectedLanguage,
        String text,
        @Nullable String rawText,
        String textHash,
        int textLength,
        Map<String, Long> queuedMicros,
        Map<String, Long> workMicros,
        long totalMicros,
        long policyRevision,
        Map<String, String> versions,
        String pipelineVersion,
        String instance,
        List<String> explanations,
        String branchesJson,
        String groundsJson) {

    /** Maps in the order of their keys: the same in every process. */
    private static final ObjectWriter ORDERED = Json.mapper().writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    /** With the type of each: a list alone does not know what its elements are. */
    private static final ObjectWriter BRANCHES = ORDERED.forType(new TypeReference<List<BranchReport>>() {});

    /** Status of a branch that the event says nothing about: the request expired before detection. */
    private static final String ABSENT = "absent";

    private static final Grounds NOTHING_DECIDED =
            new Grounds(ThreatLevel.LOW, Map.of(), 0, Map.of(), 0, 0, 0, false, List.of());

    private static final DateTimeFormatter CLICKHOUSE_UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * The row of an event.
     *
     * @param keepRawText whether the text as sent is stored where the event carries it
     */
    public static EventRow of(DecisionEvent event, boolean keepRawText) {
        var origin = event.origin();
        var grounds = event.grounds() == null ? NOTHING_DECIDED : event.grounds();
        return new EventRow(
                event.requestId(),
                timestamp(receivedAt(event)),
                timestamp(event.occurredAt()),
                event.tenant(),
                origin.client() == null ? "" : origin.client(),
                origin.session() == null ? "" : origin.session(),
                event.direction() == null ? "" : event.direction().name().toLowerCase(Locale.ROOT),
                event.source() == null ? "" : event.source().wireName(),
                event.mode() == null ? "" : event.mode().wireName(),
                event.outcome(),
                event.threatScore(),
                event.grounds() == null ? "" : grounds.threatLevel().name().toLowerCase(Locale.ROOT),
                grounds.weightedScore(),
                event.confidence(),
                grounds.blockThreshold(),
                grounds.sanitizeThreshold(),
                grounds.attackLocated(),
                score(event, BranchId.HEURISTICS),
                score(event, BranchId.SEMANTIC),
                score(event, BranchId.CLASSIFIER),
                status(event, BranchId.HEURISTICS),
                status(event, BranchId.SEMANTIC),
                status(event, BranchId.CLASSIFIER),
                event.degraded(),
                event.categories(),
                event.boosts(),
                event.flags(),
                grounds.rules().stream().map(MatchedRule::rule).toList(),
                grounds.rules().stream().map(MatchedRule::score).toList(),
                event.piiTypes(),
                new TreeMap<>(event.piiCounts()),
                event.piiCount(),
                event.language(),
                event.text(),
                keepRawText ? event.sealedText() : null,
                event.textHash() == null ? "" : event.textHash(),
                event.textLength(),
                perStage(event, StageTiming::queuedMicros),
                perStage(event, StageTiming::workMicros),
                total(event),
                event.policyRevision(),
                new TreeMap<>(event.provenance().versions()),
                event.provenance().pipeline(),
                event.provenance().instance(),
                event.explanations(),
                BRANCHES.writeValueAsString(event.branches()),
                event.grounds() == null ? "" : json(event.grounds()));
    }

    /** When the request was stored, or, where that is not known, when its outcome was reached: the same at each delivery. */
    public static Instant receivedAt(DecisionEvent event) {
        Instant received = event.origin().receivedAt();
        return received == null ? event.occurredAt() : received;
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

    private static String json(Object value) {
        return ORDERED.writeValueAsString(value);
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
