package io.vigil.pii.settings;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How sure the worker must be, where no threshold is set for an entity type. */
public enum DetectionMode {
    /** Rather redact too much: thresholds 0.2 lower. */
    @JsonProperty("high_security")
    HIGH_SECURITY(-0.2),
    /** The thresholds as they are. */
    @JsonProperty("balanced")
    BALANCED(0),
    /** Rather redact too little: thresholds 0.1 higher, where a value that is proved and stands alone is not enough. */
    @JsonProperty("high_precision")
    HIGH_PRECISION(0.1);

    /** A value that is proved beyond doubt passes in every mode. */
    private static final double HIGHEST = 0.95;

    private final double shift;

    DetectionMode(double shift) {
        this.shift = shift;
    }

    /** The threshold of an entity type in this mode, 0 to 0.95. */
    public double threshold(String entity) {
        double shifted = BalancedThresholds.of(entity) + shift;
        // Two decimals: 0.85 + 0.1 is less than 0.95 in binary fractions.
        return Math.clamp(Math.round(shifted * 100) / 100.0, 0, HIGHEST);
    }
}
