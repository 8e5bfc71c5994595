package io.vigil.detection.semantic;

import java.util.List;

/**
 * Embeddings of exemplars, searched by brute force: with a few hundred of them that takes some ten microseconds and no
 * index could miss one. Immutable, thread-safe.
 */
final class Neighbours {
    /** By component first, so that the inner loop runs over exemplars and the JIT turns it into vector instructions. */
    private final float[] components;

    private final int count;

    /** Over these embeddings, each of length 1. */
    Neighbours(List<float[]> embeddings) {
        count = embeddings.size();
        components = new float[SentenceEncoder.DIMENSION * count];
        for (int e = 0; e < count; e++) {
            for (int d = 0; d < SentenceEncoder.DIMENSION; d++) {
                components[d * count + e] = embeddings.get(e)[d];
            }
        }
    }

    /**
     * The one nearest to an embedding.
     *
     * @param index place in the list that this was built from
     * @param similarity cosine, -1 to 1
     */
    record Nearest(int index, double similarity) {}

    Nearest nearest(float[] embedding) {
        var similarities = new float[count];
        for (int d = 0; d < SentenceEncoder.DIMENSION; d++) {
            float component = embedding[d];
            int row = d * count;
            for (int e = 0; e < count; e++) {
                similarities[e] += component * components[row + e];
            }
        }
        int best = 0;
        for (int e = 1; e < count; e++) {
            if (similarities[e] > similarities[best]) {
                best = e;
            }
        }
        return new Nearest(best, Math.clamp(similarities[best], -1.0, 1.0));
    }
}
