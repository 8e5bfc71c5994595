package io.vigil.eventlog;

import io.vigil.message.MatchedRule;
import io.vigil.message.StageTiming;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why an event was decided as it was.
 *
 * @param event the event itself
 * @param summary the reasons in plain words, one sentence or more
 * @param branches what each branch said, in their order; none where the request expired before detection
 * @param weightedScore the score before boosts, 0 to 100; null where the event does not tell
 * @param boosts rules that lifted the score, in order
 * @param rules patterns and exemplars that matched, strongest first
 * @param thresholds what was in force; null where the event does not tell
 * @param flags fixed codes about the decision, with their meaning
 * @param explanations the reasons as the arbiter gave them
 * @param piiCounts pieces of personal data by type; empty where the event does not tell
 * @param versions of models and pattern libraries, by branch
 * @param timings time per stage, in the order of the pipeline
 * @param text the whole text with personal data redacted
 */
public record EventExplanation(
        EventEntry event,
        String summary,
        List<Branch> branches,
        @Nullable Double weightedScore,
        List<Boost> boosts,
        List<MatchedRule> rules,
        @Nullable Thresholds thresholds,
        Map<String, String> flags,
        List<String> explanations,
        Map<String, Integer> piiCounts,
        Map<String, String> versions,
        List<StageTiming> timings,
        String text) {

    public EventExplanation {
        branches = List.copyOf(branches);
        boosts = List.copyOf(boosts);
        rules = List.copyOf(rules);
        explanations = List.copyOf(explanations);
        timings = List.copyOf(timings);
    }

    /**
     * What one branch said.
     *
     * @param branch {@code a}, {@code b} or {@code c}
     * @param name e.g. {@code heuristics}
     * @param status whether it ran: "scored", "degraded" or "skipped"
     * @param because why it did not run, in plain words; null where it ran
     * @param score 0 to 100; null where it did not run
     * @param weight share in the score, 0 to 1; null where the event does not tell
     * @param threatLevel its own reading of the score; null where it did not run
     * @param confidence 0 to 1; null where it did not run
     * @param signals facts that may lift the score alone
     * @param reasons its reasons
     * @param micros time taken, in microseconds; null where it was left out
     */
    public record Branch(
            String branch,
            String name,
            String status,
            @Nullable String because,
            @Nullable Integer score,
            @Nullable Double weight,
            @Nullable String threatLevel,
            @Nullable Double confidence,
            List<String> signals,
            List<String> reasons,
            @Nullable Long micros) {

        public Branch {
            signals = List.copyOf(signals);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * A rule that lifted the score.
     *
     * @param name e.g. {@code UNANIMOUS_HIGH}
     * @param reason why it applied, in plain words
     * @param atLeast what it made the score at least, 0 to 100; null where the event does not tell
     */
    public record Boost(
            String name, String reason, @Nullable Integer atLeast) {}

    /**
     * Scores from which something happens.
     *
     * @param block blocked from here
     * @param sanitize sanitised from here
     * @param unsanitizableBlock blocked from here where the attack cannot be taken out
     */
    public record Thresholds(int block, int sanitize, int unsanitizableBlock) {}
}
