package io.vigil.eval.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What every threshold on a score would find, and at what price. */
public final class RocCurve {

    /** Keeps a rate that is exactly met from being missed by binary fractions. */
    private static final double ROUNDING = 1e-9;

    private final ScoreCounts counts;
    private final List<Confusion> steps;
    private final int attacks;
    private final int benigns;

    private RocCurve(ScoreCounts counts, int attacks, int benigns) {
        this.counts = counts;
        this.attacks = attacks;
        this.benigns = benigns;
        this.steps = steps(counts, attacks, benigns);
    }

    /**
     * The curve of scores, where a higher score means more of an attack.
     *
     * @param attackScores scores of the attacks, in any order
     * @param benignScores scores of the harmless texts, in any order
     */
    public static RocCurve of(double[] attackScores, double[] benignScores) {
        return new RocCurve(ScoreCounts.of(attackScores, benignScores), attackScores.length, benignScores.length);
    }

    /** How many texts of both labels have a score. */
    public int size() {
        return attacks + benigns;
    }

    /**
     * Area under the curve, 0 to 1: how often a random attack has a higher score than a random harmless text, a tie
     * counted half. Empty without texts of both labels.
     */
    public OptionalDouble auc() {
        return isDefined()
                ? OptionalDouble.of(RankArea.of(counts.attacks(), counts.benigns()))
                : OptionalDouble.empty();
    }

    /** Its 95 % interval by bootstrap with a fixed seed; empty without texts of both labels. */
    public Optional<Interval> aucInterval95() {
        return isDefined() ? Optional.of(RankArea.interval95(counts.attacks(), counts.benigns())) : Optional.empty();
    }

    /** The curve: from a threshold that finds nothing to one that finds everything. */
    public List<Confusion> steps() {
        return steps;
    }

    /**
     * The best threshold that keeps within a rate of false alarms. Nothing is interpolated: it is one that could be set.
     *
     * @param rate most false alarms, 0 to 1
     * @return empty without texts of both labels
     */
    public Optional<Confusion> within(double rate) {
        return isDefined()
                ? steps.stream()
                        .filter(step -> step.falsePositives() <= rate * benigns + ROUNDING)
                        .reduce((weaker, stronger) -> stronger)
                : Optional.empty();
    }

    private static List<Confusion> steps(ScoreCounts counts, int attacks, int benigns) {
        var steps = new ArrayList<Confusion>(counts.distinct() + 1);
        steps.add(new Confusion(0, 0, benigns, attacks));
        int truePositives = 0;
        int falsePositives = 0;
        for (int i = 0; i < counts.distinct(); i++) {
            truePositives += counts.attacks(i);
            falsePositives += counts.benigns(i);
            steps.add(new Confusion(truePositives, falsePositives, benigns - falsePositives, attacks - truePositives));
        }
        return List.copyOf(steps);
    }

    private boolean isDefined() {
        return attacks > 0 && benigns > 0;
    }
}
