package io.vigil.detection.heuristics.detector;

import io.vigil.message.Finding;
import java.util.List;

/**
 * What one detector says.
 *
 * @param score 0 (nothing) to 100
 * @param findings evidence; may be empty although the score is not 0
 * @param reasons why, in plain words; never text of the request
 */
public record SubScore(int score, List<Finding> findings, List<String> reasons) {

    /** Nothing seen. */
    public static final SubScore NONE = new SubScore(0, List.of(), List.of());

    public SubScore {
        if (score < 0 || score > 100) {
            throw new IllegalArgumentException("sub-score must be 0 to 100");
        }
        findings = List.copyOf(findings);
        reasons = List.copyOf(reasons);
    }
}
