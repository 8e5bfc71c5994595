package io.vigil.detection.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(11);

    @Test
    void findsWhatAFullComparisonFinds() {
        var embeddings =
                IntStream.range(0, 77).mapToObj(i -> randomUnitVector()).toList();
        var neighbours = new Neighbours(embeddings);
        for (int round = 0; round < 50; round++) {
            var query = randomUnitVector();
            double best =
                    embeddings.stream().mapToDouble(e -> cosine(e, query)).max().orElseThrow();

            var nearest = neighbours.nearest(query);

            assertThat(nearest.similarity()).isCloseTo(best, within(1e-5));
            assertThat(cosine(embeddings.get(nearest.index()), query)).isCloseTo(best, within(1e-5));
        }
    }

    @Test
    void neverExceedsOneDespiteRounding() {
        var vector = randomUnitVector();
        vector[0] *= 1.0001f;

        assertThat(new Neighbours(List.of(vector)).nearest(vector).similarity()).isBetween(0.999, 1.0);
    }

    private static float[] randomUnitVector() {
        var vector = new float[SentenceEncoder.DIMENSION];
        double squares = 0;
        for (int d = 0; d < vector.length; d++) {
            vector[d] = (float) (RANDOM.nextDouble() - 0.5);
            squares += vector[d] * vector[d];
        }
        for (int d = 0; d < vector.length; d++) {
            vector[d] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
