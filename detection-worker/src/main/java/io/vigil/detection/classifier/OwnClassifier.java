package io.vigil.detection.classifier;

import io.vigil.encoder.OnnxModel;
import io.vigil.encoder.Vocabulary;
import io.vigil.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import tools.jackson.core.JacksonException;

/** Any text classifier of an uncased BERT's kind in ONNX, from files of the operator. */
public final class OwnClassifier {
    private static final String LABELS = "config.json";

    private OwnClassifier() {}

    /**
     * Where the classifier is and how it is read.
     *
     * @param model an ONNX file with the inputs {@code input_ids}, {@code attention_mask} and, if it wants,
     *     {@code token_type_ids}; its first output is one number for each label
     * @param tokenizer {@code vocab.txt}, or {@code tokenizer.json} of Hugging Face; WordPiece, lower case
     * @param label index of the label that means attack, or its name in the {@value #LABELS} beside the model
     * @param maxTokens longest sequence that goes to the model, 8 to 512
     */
    public record Location(Path model, Path tokenizer, String label, int maxTokens) {}

    /** Which of the files or values does not do. */
    public enum Part {
        MODEL,
        TOKENIZER,
        LABEL
    }

    /** A file or value that does not do. The message holds no more than that file's name and what is wrong. */
    public static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        private final Part part;

        Unusable(Part part, String why, Throwable cause) {
            super(why, cause);
            this.part = part;
        }

        /** Which one. */
        public Part part() {
            return part;
        }
    }

    /**
     * The branch over that classifier, after one trial run.
     *
     * @param mostWindows how many windows of one text go to the model at most, 1 or more
     * @param nanos elapsed time in nanoseconds from any origin
     * @throws Unusable naming what has to be mended
     */
    public static ClassifierBranch branch(Location location, int mostWindows, LongSupplier nanos) throws Unusable {
        var vocabulary = vocabulary(location.tokenizer());
        var model = model(location.model());
        try {
            var label = new LabelReading(label(location));
            tryOut(model, vocabulary, label);
            return new ClassifierBranch(
                    new TextClassifier(spec(location), vocabulary, model, label, null), mostWindows, nanos);
        } catch (Unusable e) {
            model.close();
            throw e;
        }
    }

    private static Vocabulary vocabulary(Path file) throws Unusable {
        try (var stream = Files.newInputStream(file)) {
            var vocabulary = file.toString().endsWith(".json") ? Vocabulary.read(stream) : Vocabulary.readLines(stream);
            for (var name : List.of("[UNK]", "[CLS]", "[SEP]")) {
                var _ = vocabulary.special(name);
            }
            return vocabulary;
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(Part.TOKENIZER, why(file, e), e);
        }
    }

    private static OnnxModel model(Path file) throws Unusable {
        try {
            return OnnxModel.load(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new Unusable(Part.MODEL, why(file, e), e);
        }
    }

    private static int label(Location location) throws Unusable {
        var wanted = location.label();
        if (!wanted.isEmpty() && wanted.length() < 4 && wanted.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(wanted);
        }
        var config = location.model().resolveSibling(LABELS);
        try (var stream = Files.newInputStream(config)) {
            var names = Json.mapper().readTree(stream).path("id2label");
            return names.propertyNames().stream()
                    .filter(id -> names.path(id).asString("").equals(wanted))
                    .map(Integer::valueOf)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no label has that name"));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new Unusable(Part.LABEL, why(config, e), e);
        }
    }

    /** The id at the end of the vocabulary finds out whether the two files belong together. */
    private static void tryOut(OnnxModel model, Vocabulary vocabulary, LabelReading label) throws Unusable {
        OnnxModel.Output output;
        try {
            long[] sequence = {vocabulary.special("[CLS]"), vocabulary.highest(), vocabulary.special("[SEP]")};
            output = model.run(List.of(sequence));
        } catch (IllegalStateException e) {
            throw new Unusable(
                    Part.MODEL, "a trial run failed; does the tokenizer belong to the model? " + e.getMessage(), e);
        }
        try {
            var _ = label.logOdds(output, 0);
        } catch (IllegalStateException e) {
            throw new Unusable(Part.LABEL, String.valueOf(e.getMessage()), e);
        }
    }

    private static ClassifierSpec spec(Location location) {
        var scale = ScoreScale.PLAIN;
        return new ClassifierSpec(
                1,
                String.valueOf(location.model().getFileName()),
                location.maxTokens(),
                location.maxTokens() / 4,
                1,
                0,
                ClassifierSpec.Calibration.NONE,
                scale.high(),
                new ClassifierSpec.OperatingPoints(scale.high(), scale.medium()),
                Map.of(),
                null);
    }

    private static String why(Path file, Exception e) {
        return file.getFileName() + ": "
                + (e instanceof NoSuchFileException ? "there is no such file" : e.getMessage());
    }
}
