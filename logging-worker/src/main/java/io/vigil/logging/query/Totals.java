package io.vigil.logging.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.eventlog.EventStats.Branch;
import io.vigil.eventlog.EventStats.PersonalData;
import io.vigil.eventlog.EventStats.Share;
import io.vigil.eventlog.EventStats.Total;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row about all events of a time; the components are its columns. */
record Totals(
        long events,
        @Nullable Double averageScore,
        @Nullable Double averageConfidence,
        long degraded,
        long personal,
        long entities,
        List<Double> micros,
        @JsonProperty("a_average") @Nullable Double averageA,
        @JsonProperty("b_average") @Nullable Double averageB,
        @JsonProperty("c_average") @Nullable Double averageC,
        List<Long> scored,
        List<Long> failed,
        List<Long> skipped) {

    private static final double HUNDRED = 100;

    static final String COLUMNS = """
            SELECT count() AS events,
            avgOrNullIf(threat_score, decision != 'EXPIRED') AS average_score,
            avgOrNullIf(confidence, decision != 'EXPIRED') AS average_confidence,
            countIf(notEmpty(degraded_branches)) AS degraded,
            countIf(pii_entities_count > 0) AS personal, sum(pii_entities_count) AS entities,
            quantilesTDigest(0.5, 0.95, 0.99)(total_micros) AS micros,
            avgOrNull(branch_a_score) AS a_average, avgOrNull(branch_b_score) AS b_average,
            avgOrNull(branch_c_score) AS c_average,
            [countIf(branch_a_status = 'scored'), countIf(branch_b_status = 'scored'),
             countIf(branch_c_status = 'scored')] AS scored,
            [countIf(startsWith(branch_a_status, 'degraded')), countIf(startsWith(branch_b_status, 'degraded')),
             countIf(startsWith(branch_c_status, 'degraded'))] AS failed,
            [countIf(startsWith(branch_a_status, 'skipped')), countIf(startsWith(branch_b_status, 'skipped')),
             countIf(startsWith(branch_c_status, 'skipped'))] AS skipped""";

    Total total() {
        return new Total(events, averageScore, averageConfidence, degraded);
    }

    List<Branch> branches() {
        return List.of(branch("a", averageA, 0), branch("b", averageB, 1), branch("c", averageC, 2));
    }

    PersonalData personalData(List<Share> types) {
        return new PersonalData(personal, percentage(personal, events), entities, types);
    }

    /** With two decimals; 0 of nothing. */
    static double percentage(long part, long whole) {
        return whole == 0 ? 0 : Math.round(part * HUNDRED * HUNDRED / whole) / HUNDRED;
    }

    private Branch branch(String name, @Nullable Double average, int at) {
        return new Branch(name, average, scored.get(at), failed.get(at), skipped.get(at));
    }
}
