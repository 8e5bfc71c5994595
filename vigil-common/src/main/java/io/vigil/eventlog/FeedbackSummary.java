package io.vigil.eventlog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people said of decisions.
 *
 * @param from first instant that counts
 * @param to first instant after it that does not
 * @param overall of all feedback
 * @param categories by family of attack, most feedback first; feedback on an event counts in each of its families
 * @param reasons by reason, most first
 * @param thresholds what each threshold for blocking would have changed, lowest first: one for every score that a false
 *     positive had
 * @param avoidingAll the lowest threshold that would have avoided every reported false positive; null where there is none to
 *     avoid, or where one has the score 100, which every threshold blocks
 */
public record FeedbackSummary(
        Instant from,
        Instant to,
        Precision overall,
        List<Precision> categories,
        List<Reason> reasons,
        List<Threshold> thresholds,
        @Nullable Threshold avoidingAll) {

    public FeedbackSummary {
        categories = List.copyOf(categories);
        reasons = List.copyOf(reasons);
        thresholds = List.copyOf(thresholds);
    }

    /**
     * How often something is right.
     *
     * @param name family of attack, or {@code all}
     * @param precision true positives of all that was reported, 0 to 1; null without reports
     */
    public record Precision(
            String name,
            long truePositives,
            long falsePositives,
            @Nullable Double precision) {}

    /** How often a reason was given. */
    public record Reason(FeedbackKind kind, FeedbackReason reason, long count) {}

    /**
     * What a threshold for blocking would have changed.
     *
     * @param block scores from here are blocked, 1 to 100
     * @param avoidedFalsePositives reported false positives below it
     * @param lostTruePositives reported true positives below it
     */
    public record Threshold(int block, long avoidedFalsePositives, long lostTruePositives) {}
}
