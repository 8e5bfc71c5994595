package io.vigil.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one detection branch has to say about a text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "status")
@JsonSubTypes({
    @JsonSubTypes.Type(BranchReport.Scored.class),
    @JsonSubTypes.Type(BranchReport.Degraded.class),
    @JsonSubTypes.Type(BranchReport.Skipped.class)
})
public sealed interface BranchReport {

    /** Whose report this is. */
    BranchId branch();

    /**
     * The branch ran.
     *
     * @param score 0 (harmless) to 100 (attack)
     * @param threatLevel the branch's own reading of the score
     * @param confidence 0 to 1
     * @param criticalSignals facts that may lift the fused score alone
     * @param features sub-scores and measurements by name, for people
     * @param findings evidence, strongest first
     * @param explanations reasons in plain words, at most ten; never text of the request
     * @param micros time taken, in microseconds
     */
    @JsonTypeName("scored")
    record Scored(
            BranchId branch,
            int score,
            ThreatLevel threatLevel,
            double confidence,
            Set<CriticalSignal> criticalSignals,
            Map<String, Double> features,
            List<Finding> findings,
            List<String> explanations,
            long micros)
            implements BranchReport {

        public Scored {
            requireNonNull(branch, "branch");
            requireNonNull(threatLevel, "threat_level");
            Range.score(score);
            Range.unit(confidence, "confidence");
            Range.micros(micros);
            criticalSignals = Set.copyOf(criticalSignals);
            features = Map.copyOf(features);
            findings = List.copyOf(findings);
            explanations = List.copyOf(explanations);
        }
    }

    /**
     * The branch should have run and could not: its score is unknown, which is not the same as zero.
     *
     * @param reason why, as a fixed code: {@code timeout}, {@code circuit_open}, {@code unreachable}, {@code bad_answer},
     *     {@code reported_degraded}, {@code not_installed}, {@code failed}
     * @param micros time spent before giving up, in microseconds
     */
    @JsonTypeName("degraded")
    record Degraded(BranchId branch, String reason, long micros) implements BranchReport {

        public Degraded {
            requireNonNull(branch, "branch");
            requireNonNull(reason, "reason");
            Range.micros(micros);
        }
    }

    /**
     * The branch was left out on purpose.
     *
     * @param reason why, as a fixed code: {@code mode_fast}, {@code empty_stage}, {@code decided}
     */
    @JsonTypeName("skipped")
    record Skipped(BranchId branch, String reason) implements BranchReport {

        /** Reason of a stage whose engines were taken out to measure the transport alone. */
        public static final String EMPTY_STAGE = "empty_stage";

        /** Reason of a branch that could not have changed the decision any more. */
        public static final String DECIDED = "decided";

        public Skipped {
            requireNonNull(branch, "branch");
            requireNonNull(reason, "reason");
        }
    }
}
