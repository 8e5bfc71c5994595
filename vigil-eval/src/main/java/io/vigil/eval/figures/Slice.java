package io.vigil.eval.figures;

import io.vigil.eval.metric.Confusion;
import io.vigil.eval.scoring.Scored;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Figures of some texts.
 *
 * @param name which texts, e.g. the name of a file
 * @param blocked attacks found and false alarms where only BLOCK counts as an alarm
 * @param stopped the same where everything counts that does not pass unchanged because of a threat
 * @param scores figures of each score that at least one text has
 */
public record Slice(String name, Confusion blocked, Confusion stopped, Map<ScoreName, ScoreFigures> scores) {

    public Slice {
        scores = Map.copyOf(scores);
    }

    /** Figures of these texts. */
    static Slice of(String name, List<Scored> scored) {
        var scores = new EnumMap<ScoreName, ScoreFigures>(ScoreName.class);
        for (ScoreName score : ScoreName.values()) {
            var figures = ScoreFigures.of(score, scored);
            if (figures.curve().size() > 0) {
                scores.put(score, figures);
            }
        }
        return new Slice(
                name,
                confusion(scored, one -> one.judgement().blocks()),
                confusion(scored, one -> one.judgement().stops()),
                scores);
    }

    /** How many texts. */
    public int size() {
        return attacks() + blocked.falseAlarms().of();
    }

    /** How many of them are attacks. */
    public int attacks() {
        return blocked.recall().of();
    }

    private static Confusion confusion(List<Scored> scored, Predicate<Scored> alarm) {
        int[] counts = new int[4];
        for (Scored one : scored) {
            counts[(one.sample().attack() ? 0 : 2) + (alarm.test(one) ? 0 : 1)]++;
        }
        return new Confusion(counts[0], counts[2], counts[3], counts[1]);
    }
}
