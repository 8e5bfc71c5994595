package io.vigil.detection.semantic;

import io.vigil.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Fits the weights of the screen: asks the model about windows of many texts and learns to estimate its evidence from
 * their words, by stochastic gradient descent with AdaGrad steps. Windows near or above the evidence of score 30 count
 * four times, because only there an error costs a finding.
 *
 * <p>{@code ScreenTraining OUTPUT FILE.jsonl…}; each line has a {@code text}. The same files give the same weights.
 */
final class ScreenTraining {
    /** Size of the model's vocabulary. */
    private static final int VOCABULARY = 30_522;

    private static final int TEXTS_PER_FILE = 400;
    private static final int WINDOWS_PER_TEXT = 8;
    private static final int LONGEST_TEXT = 6_000;
    private static final int PASSES = 12;
    private static final double SCORE_30 = 0.284;
    private static final double NEAR = 0.15;
    private static final double STEP = 0.03;
    private static final double BIAS_STEP = 0.002;
    private static final double DECAY = 0.0005;

    private ScreenTraining() {}

    @SuppressWarnings("ArrayRecordComponent")
    record Example(int[] ids, double evidence) {}

    public static void main(String[] args) throws IOException {
        var files =
                IntStream.range(1, args.length).mapToObj(i -> Path.of(args[i])).toList();
        try (var model = SemanticModel.fromClassPath();
                var out = Files.newOutputStream(Path.of(args[0]))) {
            fit(examples(model, files)).write(out);
        }
    }

    private static List<Example> examples(SemanticModel model, List<Path> files) throws IOException {
        var examples = new ArrayList<Example>();
        var random = new Random(3);
        for (Path file : files) {
            var lines = new ArrayList<>(Files.readAllLines(file));
            Collections.shuffle(lines, random);
            for (String line : lines.subList(0, Math.min(TEXTS_PER_FILE, lines.size()))) {
                String text = Json.mapper().readTree(line).path("text").asString("");
                add(model, text.substring(0, Math.min(LONGEST_TEXT, text.length())), random, examples);
            }
        }
        return examples;
    }

    private static void add(SemanticModel model, String text, Random random, List<Example> examples) {
        var tokens = model.tokenize(text);
        var windows = new ArrayList<>(Windows.of(text, tokens));
        Collections.shuffle(windows, random);
        for (var window : windows.subList(0, Math.min(WINDOWS_PER_TEXT, windows.size()))) {
            int[] ids = IntStream.range(window.from(), window.to())
                    .map(tokens::id)
                    .distinct()
                    .toArray();
            examples.add(new Example(
                    ids, model.compare(tokens, window, model.shipped()).evidence()));
        }
    }

    private static ScreenWeights fit(List<Example> examples) {
        var random = new Random(5);
        var weights = new double[VOCABULARY];
        var squares = new double[weights.length];
        double bias = examples.stream().mapToDouble(Example::evidence).average().orElse(0);
        for (int pass = 0; pass < PASSES; pass++) {
            Collections.shuffle(examples, random);
            for (Example example : examples) {
                double error = bias
                        + IntStream.of(example.ids())
                                .mapToDouble(id -> weights[id])
                                .sum()
                        - example.evidence();
                double importance = example.evidence() > SCORE_30 - NEAR ? 4 : 1;
                bias -= BIAS_STEP * error;
                for (int id : example.ids()) {
                    double gradient = importance * error + DECAY * weights[id];
                    squares[id] += gradient * gradient;
                    weights[id] -= STEP * gradient / Math.sqrt(squares[id] + 1e-6);
                }
            }
        }
        return ScreenWeights.of(bias, weights);
    }
}
