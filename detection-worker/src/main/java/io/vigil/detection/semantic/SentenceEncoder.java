package io.vigil.detection.semantic;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * all-MiniLM-L6-v2, int8, in ONNX Runtime: from tokens to a vector of length 1 by mean pooling. Each call computes on
 * the calling thread only; any number of threads may call.
 */
final class SentenceEncoder implements AutoCloseable {
    /** Number of components of an embedding. */
    static final int DIMENSION = 384;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int classToken;
    private final int separatorToken;
    /** Freeing the session below a running call would crash the process. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;

    private SentenceEncoder(OrtEnvironment environment, OrtSession session, Vocabulary vocabulary) {
        this.environment = environment;
        this.session = session;
        this.classToken = vocabulary.special("[CLS]");
        this.separatorToken = vocabulary.special("[SEP]");
    }

    /** Loads the model and closes the stream. */
    static SentenceEncoder load(InputStream model, Vocabulary vocabulary) throws IOException {
        var environment = OrtEnvironment.getEnvironment();
        try (model;
                var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // An arena would keep the peak of the busiest moment for ever, and brought no speed.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return new SentenceEncoder(
                    environment, environment.createSession(model.readAllBytes(), options), vocabulary);
        } catch (OrtException e) {
            throw new IOException("onnxruntime refuses the model: " + e.getCode(), e);
        }
    }

    /** Mean of the model's outputs for the tokens of this window, scaled to length 1. */
    float[] encode(Tokens tokens, Window window) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the encoder is closed");
            }
            return run(sequence(tokens, window));
        } catch (OrtException e) {
            throw new IllegalStateException("onnxruntime: " + e.getCode(), e);
        } finally {
            life.readLock().unlock();
        }
    }

    private long[] sequence(Tokens tokens, Window window) {
        var ids = new long[window.length() + 2];
        ids[0] = classToken;
        for (int i = 0; i < window.length(); i++) {
            ids[i + 1] = tokens.id(window.from() + i);
        }
        ids[ids.length - 1] = separatorToken;
        return ids;
    }

    private float[] run(long[] ids) throws OrtException {
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var idTensor = tensor(ids);
                var maskTensor = tensor(ones);
                var typeTensor = tensor(new long[ids.length]);
                var result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
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
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("onnxruntime: " + e.getCode(), e);
        } finally {
            life.writeLock().unlock();
        }
    }
}
