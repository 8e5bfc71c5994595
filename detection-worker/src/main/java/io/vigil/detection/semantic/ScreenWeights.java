package io.vigil.detection.semantic;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * How much each word raises or lowers the evidence that the model would find: a linear model over the distinct tokens of a
 * window, one byte for each token of the vocabulary.
 */
final class ScreenWeights {
    private static final int FORMAT = 1;

    private final float bias;
    private final float scale;
    private final byte[] weights;

    ScreenWeights(float bias, float scale, byte[] weights) {
        this.bias = bias;
        this.scale = scale;
        this.weights = weights.clone();
    }

    /** Rounds to bytes. */
    static ScreenWeights of(double bias, double[] exact) {
        double largest = 0;
        for (double weight : exact) {
            largest = Math.max(largest, Math.abs(weight));
        }
        float scale = largest == 0 ? 1 : (float) (largest / Byte.MAX_VALUE);
        var rounded = new byte[exact.length];
        for (int i = 0; i < exact.length; i++) {
            rounded[i] = (byte) Math.round(exact[i] / scale);
        }
        return new ScreenWeights((float) bias, scale, rounded);
    }

    /** Reads what {@link #write} wrote, and closes the stream. */
    static ScreenWeights read(InputStream stream) throws IOException {
        try (var in = new DataInputStream(stream)) {
            int format = in.readInt();
            if (format != FORMAT) {
                throw new IOException("screen weights have format " + format + ", not " + FORMAT);
            }
            float bias = in.readFloat();
            float scale = in.readFloat();
            return new ScreenWeights(bias, scale, in.readNBytes(in.readInt()));
        }
    }

    void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        out.writeInt(FORMAT);
        out.writeFloat(bias);
        out.writeFloat(scale);
        out.writeInt(weights.length);
        out.write(weights);
        out.flush();
    }

    /** The evidence that the model would probably find; each word counts once, so that repeating one does not help. */
    double estimate(Tokens tokens, Window window) {
        int sum = 0;
        for (int i = window.from(); i < window.to(); i++) {
            boolean seen = false;
            for (int j = window.from(); j < i && !seen; j++) {
                seen = tokens.id(j) == tokens.id(i);
            }
            sum += seen ? 0 : weights[tokens.id(i)];
        }
        return bias + (double) scale * sum;
    }
}
