package io.vigil.detection.semantic;

import io.vigil.message.ThreatLevel;

/**
 * From two similarities to a score: the more a window resembles an attack, and the less a harmless text, the higher.
 * Most sentences resemble something in both lists, so the attack similarity alone says little. The constants are fitted
 * on public prompts so that 95 of 100 harmless ones stay below 20.
 */
final class SimilarityScale {
    private static final double SAFE_WEIGHT = 0.8;
    /** Beyond it an attack counts double: texts of one language may all resemble each other, this closely they do not. */
    private static final double NEAR = 0.7;

    private static final double MIDDLE = 0.352;
    private static final double STEEPNESS = 0.0806;
    private static final double CRITICAL = 0.85;
    private static final int MEDIUM_FROM = 40;
    private static final int HIGH_FROM = 70;
    private static final int DECISIVE_FROM = 90;

    private SimilarityScale() {}

    /** What windows are ranked by; no unit. */
    static double evidence(double attack, double safe) {
        return attack - SAFE_WEIGHT * safe + Math.max(0, attack - NEAR);
    }

    /** Probability-like value of the evidence, 0 to 1, rising with it. */
    static double probability(double evidence) {
        return 1 / (1 + Math.exp((MIDDLE - evidence) / STEEPNESS));
    }

    static int score(double evidence) {
        return (int) Math.round(100 * probability(evidence));
    }

    static ThreatLevel threatLevel(int score) {
        if (score >= HIGH_FROM) {
            return ThreatLevel.HIGH;
        }
        return score >= MEDIUM_FROM ? ThreatLevel.MEDIUM : ThreatLevel.LOW;
    }

    /** Whether no other window could change what this one says: the score is at its end. */
    static boolean isDecisive(double evidence) {
        return score(evidence) >= DECISIVE_FROM;
    }

    /** Whether a window is so close to a known attack that it needs no second opinion. */
    static boolean isCritical(double attack, double safe) {
        return attack >= CRITICAL && attack > safe;
    }
}
