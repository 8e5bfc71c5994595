package io.vigil.message;

/** A branch's own reading of its score; each branch sets its bounds. */
public enum ThreatLevel {
    LOW,
    MEDIUM,
    HIGH
}
