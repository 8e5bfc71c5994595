package io.vigil.detection.heuristics.detector;

/** Looks at a text from one side. Thread-safe, without state. */
public interface Detector {

    /** The name of its sub-score, e.g. {@code obfuscation}. */
    String name();

    /** Scores a text; linear in its length. */
    SubScore score(Evidence evidence);
}
