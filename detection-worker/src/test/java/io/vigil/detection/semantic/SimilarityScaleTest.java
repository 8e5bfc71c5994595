package io.vigil.detection.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.message.ThreatLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityScaleTest {
    @ParameterizedTest
    @CsvSource({"0.24, 20", "0.42, 70", "0.0, 1", "-0.5, 0", "1.0, 100"})
    void mapsEvidenceAsFitted(double evidence, int score) {
        assertThat(SimilarityScale.score(evidence)).isEqualTo(score);
    }

    @Test
    void risesWithAttackSimilarityAndFallsWithSafeSimilarity() {
        for (double attack = -1; attack <= 1; attack += 0.05) {
            for (double safe = -1; safe <= 1; safe += 0.05) {
                double here = SimilarityScale.probability(SimilarityScale.evidence(attack, safe));
                assertThat(SimilarityScale.probability(SimilarityScale.evidence(attack + 0.01, safe)))
                        .isGreaterThan(here);
                assertThat(SimilarityScale.probability(SimilarityScale.evidence(attack, safe + 0.01)))
                        .isLessThan(here);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "39, LOW", "40, MEDIUM", "69, MEDIUM", "70, HIGH", "100, HIGH"})
    void readsTheLevelFromTheScore(int score, ThreatLevel level) {
        assertThat(SimilarityScale.threatLevel(score)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0.85, 0.84, true", "0.849, 0.1, false", "0.9, 0.9, false", "0.9, 0.95, false", "1, 0, true"})
    void isCriticalOnlyWhereTheAttackIsNearAndNearerThanAnythingHarmless(double attack, double safe, boolean critical) {
        assertThat(SimilarityScale.isCritical(attack, safe)).isEqualTo(critical);
    }
}
