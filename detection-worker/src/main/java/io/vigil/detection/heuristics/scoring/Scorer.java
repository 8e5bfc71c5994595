package io.vigil.detection.heuristics.scoring;

import io.vigil.message.ThreatLevel;
import java.util.Map;

/**
 * One score from the sub-scores: 0.3 of their weighted mean and 0.7 of the highest, so that a single clear sign decides
 * and several weak ones still add.
 */
public final class Scorer {

    private static final double OF_MEAN = 0.3;
    private static final double OF_HIGHEST = 0.7;
    private static final int LOW_UP_TO = 30;
    private static final int MEDIUM_UP_TO = 65;

    private static final Map<String, Double> WEIGHTS = Map.of(
            "injection", 0.45,
            "obfuscation", 0.15,
            "whisper", 0.10,
            "structure", 0.10,
            "security", 0.15,
            "entropy", 0.05);

    /** The score of the branch, 0 to 100. */
    public int score(Map<String, Double> subScores) {
        double mean = 0;
        double highest = 0;
        for (Map.Entry<String, Double> entry : subScores.entrySet()) {
            mean += WEIGHTS.getOrDefault(entry.getKey(), 0.0) * entry.getValue();
            highest = Math.max(highest, entry.getValue());
        }
        return (int) Math.round(OF_MEAN * mean + OF_HIGHEST * highest);
    }

    /** LOW to 30, MEDIUM to 65, HIGH above. */
    public ThreatLevel level(int score) {
        if (score <= LOW_UP_TO) {
            return ThreatLevel.LOW;
        }
        return score <= MEDIUM_UP_TO ? ThreatLevel.MEDIUM : ThreatLevel.HIGH;
    }

    /**
     * How sure the branch is, 0.6 to 1: more with each sign it found.
     *
     * @param signs number of findings
     * @param disguised whether any disguise was taken off
     */
    public double confidence(int signs, boolean disguised) {
        return Math.min(1, 0.6 + Math.min(0.4, 0.05 * signs) + (disguised ? 0.05 : 0));
    }
}
