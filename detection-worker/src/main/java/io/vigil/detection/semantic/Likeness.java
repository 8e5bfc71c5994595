package io.vigil.detection.semantic;

import io.vigil.detection.semantic.exemplar.Exemplar;
import io.vigil.encoder.Window;

/**
 * How one window compares.
 *
 * @param window the window
 * @param attack the nearest known attack
 * @param attackSimilarity its cosine, -1 to 1
 * @param safeSimilarity cosine of the nearest known harmless text, -1 to 1
 */
record Likeness(Window window, Exemplar attack, double attackSimilarity, double safeSimilarity) {
    double evidence() {
        return SimilarityScale.evidence(attackSimilarity, safeSimilarity);
    }

    boolean isCritical() {
        return SimilarityScale.isCritical(attackSimilarity, safeSimilarity);
    }
}
