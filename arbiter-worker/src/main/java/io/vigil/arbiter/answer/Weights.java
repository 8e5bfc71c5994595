package io.vigil.arbiter.answer;

import io.vigil.fusion.Fusion;
import java.util.Map;
import java.util.TreeMap;

/** The branches' shares in a fused score as answers and events tell them. */
final class Weights {

    private Weights() {}

    /** Shares by the branch's name on the wire. */
    static Map<String, Double> byName(Fusion fusion) {
        var weights = new TreeMap<String, Double>();
        fusion.weights().forEach((branch, share) -> weights.put(branch.wireName(), share));
        return weights;
    }
}
