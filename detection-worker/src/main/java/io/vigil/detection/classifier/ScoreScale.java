package io.vigil.detection.classifier;

import io.vigil.message.ThreatLevel;

/**
 * From a calibrated probability to points that mean the same as those of the other branches: 40 and more is MEDIUM, 70 and
 * more HIGH. Between the marks it is linear, so the order of texts stays.
 *
 * @param medium probability at 40 points, above 0
 * @param high probability at 70 points, above {@code medium} and below 1
 */
record ScoreScale(double medium, double high) {
    private static final int MEDIUM_FROM = 40;
    private static final int HIGH_FROM = 70;
    private static final int MOST = 100;

    /** Points are a hundred times the probability. */
    static final ScoreScale PLAIN = new ScoreScale(0.4, 0.7);

    ScoreScale {
        if (!(medium > 0 && medium < high && high < 1)) {
            throw new IllegalArgumentException("operating points must rise from 0 to 1");
        }
    }

    /** 0 to 100, rising with the probability. */
    int points(double probability) {
        double points = probability < medium
                ? MEDIUM_FROM * probability / medium
                : probability < high
                        ? between(MEDIUM_FROM, HIGH_FROM, (probability - medium) / (high - medium))
                        : between(HIGH_FROM, MOST, (probability - high) / (1 - high));
        return Math.clamp(level(probability, Math.round(points)), 0, MOST);
    }

    /** HIGH from the mark at 70 points, MEDIUM from the one at 40. */
    ThreatLevel level(double probability) {
        if (probability >= high) {
            return ThreatLevel.HIGH;
        }
        return probability >= medium ? ThreatLevel.MEDIUM : ThreatLevel.LOW;
    }

    /** Keeps rounding from lifting points over a mark that the probability does not reach. */
    private long level(double probability, long points) {
        return switch (level(probability)) {
            case LOW -> Math.min(points, MEDIUM_FROM - 1);
            case MEDIUM -> Math.min(points, HIGH_FROM - 1);
            default -> points;
        };
    }

    private static double between(int from, int to, double share) {
        return from + (to - from) * share;
    }
}
