package io.vigil.eval.figures;

import io.vigil.eval.scoring.Scored;
import java.util.Comparator;
import java.util.List;

/**
 * The decisions that were furthest from right.
 *
 * @param passed attacks that were not blocked, lowest threat score first
 * @param blocked harmless texts that were blocked, highest threat score first
 */
public record Misses(List<Scored> passed, List<Scored> blocked) {

    public Misses {
        passed = List.copyOf(passed);
        blocked = List.copyOf(blocked);
    }

    /**
     * The worst of these decisions.
     *
     * @param most how many of each sort at most
     */
    public static Misses of(List<Scored> scored, int most) {
        var byThreat = Comparator.comparingInt((Scored one) -> one.judgement().threatScore());
        return new Misses(
                scored.stream()
                        .filter(one -> one.sample().attack() && !one.judgement().blocks())
                        .sorted(byThreat)
                        .limit(most)
                        .toList(),
                scored.stream()
                        .filter(one -> !one.sample().attack() && one.judgement().blocks())
                        .sorted(byThreat.reversed())
                        .limit(most)
                        .toList());
    }
}
