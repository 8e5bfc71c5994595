package io.vigil.encoder;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A transformer of BERT's kind in ONNX Runtime: from token ids to its first output. Each call computes on the calling
 * thread only; any number of threads may call.
 */
public final class OnnxModel implements AutoCloseable {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final Set<String> KNOWN_INPUTS = Set.of(IDS, MASK, TYPES);

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    /** Freeing the session below a running call would crash the process. */
    private final ReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;

    private OnnxModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.inputs = Set.copyOf(session.getInputNames());
    }

    /**
     * The first output of a run.
     *
     * @param values of all sequences in order, each with as many values
     * @param perSequence how many values belong to one sequence
     */
    public record Output(FloatBuffer values, int perSequence) {}

    /**
     * Loads a model.
     *
     * @throws IOException where the bytes are no model, or it asks for more than token ids, mask and types
     */
    public static OnnxModel load(byte[] model) throws IOException {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            // An arena would keep the peak of the busiest moment for ever, and brought no speed.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            var loaded = new OnnxModel(environment, environment.createSession(model, options));
            if (!KNOWN_INPUTS.containsAll(loaded.inputs) || !loaded.inputs.contains(IDS)) {
                loaded.close();
                throw new IOException(
                        "the model takes " + loaded.inputs + ", which is not what a text classifier takes");
            }
            return loaded;
        } catch (OrtException e) {
            throw new IOException("onnxruntime refuses the model: " + e.getCode(), e);
        }
    }

    /**
     * Runs the model once.
     *
     * @param sequences token ids with their special tokens, at least one; shorter ones are padded and masked
     * @throws IllegalStateException where the model cannot work on them or is closed
     */
    public Output run(List<long[]> sequences) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the model is closed");
            }
            return runOpen(sequences);
        } catch (OrtException e) {
            throw new IllegalStateException("onnxruntime: " + e.getCode(), e);
        } finally {
            life.readLock().unlock();
        }
    }

    private Output runOpen(List<long[]> sequences) throws OrtException {
        int length = sequences.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        var ids = new long[sequences.size() * length];
        var mask = new long[ids.length];
        for (int s = 0; s < sequences.size(); s++) {
            long[] sequence = sequences.get(s);
            System.arraycopy(sequence, 0, ids, s * length, sequence.length);
            Arrays.fill(mask, s * length, s * length + sequence.length, 1);
        }
        long[] shape = {sequences.size(), length};
        try (var idTensor = tensor(ids, shape);
                var maskTensor = tensor(mask, shape);
                var typeTensor = tensor(new long[ids.length], shape);
                var result = session.run(taken(idTensor, maskTensor, typeTensor))) {
            if (!(result.get(0) instanceof OnnxTensor output) || output.getInfo().type != OnnxJavaType.FLOAT) {
                throw new IllegalStateException("the first output of the model is no tensor of floats");
            }
            FloatBuffer values = output.getFloatBuffer();
            return new Output(values, values.remaining() / sequences.size());
        }
    }

    private Map<String, OnnxTensor> taken(OnnxTensor ids, OnnxTensor mask, OnnxTensor types) {
        var taken = new HashMap<>(Map.of(IDS, ids, MASK, mask, TYPES, types));
        taken.keySet().retainAll(inputs);
        return taken;
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
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
