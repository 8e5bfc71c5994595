package io.vigil.detection.semantic;

import io.vigil.encoder.Framing;
import io.vigil.encoder.OnnxModel;
import io.vigil.encoder.Tokens;
import io.vigil.encoder.Vocabulary;
import io.vigil.encoder.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.List;

/** all-MiniLM-L6-v2, int8: from tokens to a vector of length 1 by mean pooling. Thread-safe. */
final class SentenceEncoder implements AutoCloseable {
    /** Number of components of an embedding. */
    static final int DIMENSION = 384;

    private final OnnxModel model;
    private final Framing framing;

    private SentenceEncoder(OnnxModel model, Vocabulary vocabulary) {
        this.model = model;
        this.framing = new Framing(vocabulary);
    }

    /** Loads the model and closes the stream. */
    static SentenceEncoder load(InputStream model, Vocabulary vocabulary) throws IOException {
        try (model) {
            return new SentenceEncoder(OnnxModel.load(model.readAllBytes()), vocabulary);
        }
    }

    /** Mean of the model's outputs for the tokens of this window, scaled to length 1. */
    float[] encode(Tokens tokens, Window window) {
        long[] sequence = framing.sequence(tokens, window);
        return mean(model.run(List.of(sequence)).values(), sequence.length);
    }

    private static float[] mean(FloatBuffer rows, int count) {
        var row = new float[DIMENSION];
        var sum = new float[DIMENSION];
        for (int r = 0; r < count; r++) {
            rows.get(row);
            for (int d = 0; d < DIMENSION; d++) {
                sum[d] += row[d];
            }
        }
        return toLengthOne(sum);
    }

    private static float[] toLengthOne(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        for (int d = 0; d < vector.length; d++) {
            vector[d] *= scale;
        }
        return vector;
    }

    /** Waits for running calls, then frees native memory. */
    @Override
    public void close() {
        model.close();
    }
}
