package io.vigil.eval.figures;

import io.vigil.eval.metric.Calibration;
import io.vigil.eval.metric.Interval;
import io.vigil.eval.metric.Proportion;
import io.vigil.eval.metric.RocCurve;
import io.vigil.eval.scoring.Scored;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How well one score tells attacks from harmless texts, whatever the thresholds are.
 *
 * @param curve over the texts that have the score
 * @param calibration over the same texts
 * @param auc area under the curve
 * @param aucInterval its 95 % interval
 * @param recallAtOnePercent recall with at most 1 % false alarms
 * @param recallAtFivePercent recall with at most 5 % false alarms
 */
public record ScoreFigures(
        RocCurve curve,
        Calibration calibration,
        OptionalDouble auc,
        Optional<Interval> aucInterval,
        Optional<Proportion> recallAtOnePercent,
        Optional<Proportion> recallAtFivePercent) {

    private static final double ONE_PERCENT = 0.01;
    private static final double FIVE_PERCENT = 0.05;

    static ScoreFigures of(ScoreName name, List<Scored> scored) {
        double[] attacks = scores(name, scored, true);
        double[] benigns = scores(name, scored, false);
        var curve = RocCurve.of(attacks, benigns);
        return new ScoreFigures(
                curve,
                Calibration.of(attacks, benigns),
                curve.auc(),
                curve.aucInterval95(),
                curve.within(ONE_PERCENT).map(step -> step.recall()),
                curve.within(FIVE_PERCENT).map(step -> step.recall()));
    }

    private static double[] scores(ScoreName name, List<Scored> scored, boolean attack) {
        return scored.stream()
                .filter(one -> one.sample().attack() == attack)
                .map(one -> name.of(one.judgement()))
                .flatMapToInt(java.util.OptionalInt::stream)
                .asDoubleStream()
                .toArray();
    }
}
