package io.vigil.detection.classifier;

import io.vigil.message.BranchId;
import io.vigil.message.BranchReport;
import io.vigil.message.CriticalSignal;
import io.vigil.message.Finding;
import io.vigil.message.Span;
import io.vigil.message.ThreatLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the classifier said about the windows of one text, and the report on it. Used by one thread. */
final class Verdicts {
    private static final String CATEGORY = "PROMPT_INJECTION";
    private static final int MOST_POINTS = 100;
    private static final int MOST_FINDINGS = 16;
    /** No text is certain; and a score at its end shall not change with what is read after it. */
    private static final double MOST_CONFIDENCE = 0.99;

    private final ClassifierSpec spec;
    private final ScoreScale scale;
    private final List<Judged> suspicious = new ArrayList<>();
    private double highest;
    private int read;
    private int settled;

    Verdicts(ClassifierSpec spec) {
        this.spec = spec;
        this.scale = spec.scale();
    }

    private record Judged(ReadingPlan.Passage passage, double probability) {}

    /** Adds what a window's log-odds say. */
    void add(ReadingPlan.Passage passage, double logOdds) {
        double probability = spec.calibration().probability(logOdds);
        highest = Math.max(highest, probability);
        read++;
        if (scale.level(probability) != ThreatLevel.LOW) {
            suspicious.add(new Judged(passage, probability));
        }
    }

    /** Adds windows that need no reading, and the highest of their estimated log-odds. */
    void settle(int windows, double logOdds) {
        settled += windows;
        highest = Math.max(highest, spec.calibration().probability(logOdds));
    }

    /** Whether nothing that is read after this could change the report. */
    boolean isFinal() {
        return scale.points(highest) == MOST_POINTS && sureness() >= MOST_CONFIDENCE;
    }

    /**
     * The report.
     *
     * @param total how many windows the text has, read or not
     * @param micros time taken
     */
    BranchReport.Scored report(int total, long micros) {
        int score = scale.points(highest);
        var level = scale.level(highest);
        boolean attack = highest >= spec.threshold();
        boolean complete = isFinal() || read + settled == total;
        return new BranchReport.Scored(
                BranchId.CLASSIFIER,
                score,
                level,
                complete || attack ? sureness() : sureness() * (read + settled) / total,
                attack ? Set.of(CriticalSignal.LLM_ATTACK) : Set.of(),
                Map.of("probability", highest, "windows", (double) total, "windows_read", (double) read),
                findings(complete && !isFinal()),
                explanations(level, complete, total),
                micros);
    }

    private double sureness() {
        return Math.min(MOST_CONFIDENCE, Math.abs(2 * highest - 1));
    }

    /**
     * One for each suspicious window. Places are named only where the whole text was read and something else of it is
     * left: what is taken out by a list of places that may lack one is no sanitised text.
     */
    private List<Finding> findings(boolean complete) {
        boolean located = complete && suspicious.size() <= MOST_FINDINGS;
        return suspicious.stream()
                .sorted(Comparator.comparingDouble(Judged::probability).reversed())
                .limit(located ? MOST_FINDINGS : 1)
                .map(judged -> finding(judged, located))
                .toList();
    }

    private Finding finding(Judged judged, boolean located) {
        return new Finding(
                CATEGORY,
                "classifier-" + spec.modelVersion(),
                scale.points(judged.probability()),
                "reads like an attack to the trained classifier",
                located ? span(judged.passage()) : null);
    }

    /** Null where the window is the whole text. */
    private static @Nullable Span span(ReadingPlan.Passage passage) {
        var excerpt = passage.excerpt();
        return excerpt.isWhole() ? null : passage.view().content().origin(excerpt.start(), excerpt.end());
    }

    private List<String> explanations(ThreatLevel level, boolean complete, int total) {
        var lines = new ArrayList<String>();
        if (level != ThreatLevel.LOW) {
            lines.add("the trained classifier takes %d of the %d passages it read for an attack"
                    .formatted(suspicious.size(), read));
        }
        if (!complete) {
            lines.add("the trained classifier read the %d most suspicious of %d passages".formatted(read, total));
        }
        return lines;
    }
}
