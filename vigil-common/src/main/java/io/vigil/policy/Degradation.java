package io.vigil.policy;

/**
 * What a branch counts that should have run and could not. Its score is unknown, so it has no part in the fused score:
 * its share goes to the branches that ran.
 *
 * @param weightMultiplier part of its weight, 0 to 1, that still counts in the confidence, as a confidence of 0; with
 *     0 a missing branch costs no confidence
 */
public record Degradation(double weightMultiplier) {

    public Degradation {
        Allowed.fraction("degradation.weight_multiplier", weightMultiplier);
    }
}
