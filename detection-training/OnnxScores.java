import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * Runs an int8 model as the worker does: one window at a time on one thread.
 *
 * <p>Arguments: model, file with one window a line (token ids separated by spaces), file to write one line a window to: the
 * logit of a classifier, or the mean of an encoder's hidden states. Prints the median time of the windows of at least 90 tokens in
 * microseconds.
 */
final class OnnxScores {
    public static void main(String[] args) throws Exception {
        var environment = OrtEnvironment.getEnvironment();
        try (var options = new OrtSession.SessionOptions();
                var output = Files.newBufferedWriter(Path.of(args[2]))) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            try (var session = environment.createSession(args[0], options)) {
                var lines = Files.readAllLines(Path.of(args[1]));
                var times = new long[lines.size()];
                int timed = 0;
                for (String line : lines) {
                    long[] ids = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
                    long begin = System.nanoTime();
                    output.append(run(environment, session, ids)).append('\n');
                    if (ids.length >= 90) {
                        times[timed++] = System.nanoTime() - begin;
                    }
                }
                Arrays.sort(times, 0, timed);
                System.out.println(timed == 0 ? 0 : times[timed / 2] / 1000);
            }
        }
    }

    private static String run(OrtEnvironment environment, OrtSession session, long[] ids) throws Exception {
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var idTensor = tensor(environment, ids);
                var mask = tensor(environment, ones);
                var types = tensor(environment, new long[ids.length]);
                var result =
                        session.run(Map.of("input_ids", idTensor, "attention_mask", mask, "token_type_ids", types))) {
            return result.get(0).getValue() instanceof float[][][] states
                    ? mean(states[0])
                    : String.valueOf(((float[]) result.get(0).getValue())[0]);
        }
    }

    private static String mean(float[][] states) {
        var line = new StringBuilder();
        for (int d = 0; d < states[0].length; d++) {
            float sum = 0;
            for (float[] state : states) {
                sum += state[d];
            }
            line.append(sum / states.length).append(' ');
        }
        return line.toString();
    }

    private static OnnxTensor tensor(OrtEnvironment environment, long[] values) throws Exception {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }
}
