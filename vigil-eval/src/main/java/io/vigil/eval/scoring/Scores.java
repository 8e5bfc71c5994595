package io.vigil.eval.scoring;

import java.util.List;
import java.util.Map;

/**
 * What became of many texts.
 *
 * @param scored those with a decision, in the order of the files
 * @param failures how many texts got none, by reason
 */
public record Scores(List<Scored> scored, Map<String, Integer> failures) {

    public Scores {
        scored = List.copyOf(scored);
        failures = Map.copyOf(failures);
    }

    /** How many texts got no decision. */
    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
