package io.vigil.fusion;

import io.vigil.message.DetectionReport;
import io.vigil.message.Mode;
import io.vigil.policy.ArbiterPolicy;
import java.util.ArrayList;
import java.util.List;

/**
 * How dangerous a text is.
 *
 * @param score fused, boosted and rounded, 0 to 100
 * @param fusion what the branches said before the boosts
 * @param boosts the boosts that applied, in order of evaluation
 */
public record Threat(int score, Fusion fusion, List<Boost> boosts) {

    /** Keeps a mean that is exactly one half from being rounded down by binary fractions. */
    private static final double ROUNDING = 1e-9;

    private static final List<Boost> IN_ORDER = List.of(Boost.values());

    public Threat {
        boosts = List.copyOf(boosts);
    }

    /** Fuses the branch reports, then applies the boosts. */
    public static Threat of(DetectionReport detection, Mode mode, ArbiterPolicy policy) {
        Fusion fusion = WeightedMean.of(detection, mode, policy);
        var applied = new ArrayList<Boost>();
        double score = fusion.score();
        if (fusion instanceof Fusion.Weighed) {
            for (Boost boost : IN_ORDER) {
                var lift = boost.lift(policy.boosts(), detection);
                if (lift.isPresent()) {
                    applied.add(boost);
                    score = Math.max(score, lift.getAsInt());
                }
            }
        }
        return new Threat((int) Math.round(score + ROUNDING), fusion, applied);
    }
}
