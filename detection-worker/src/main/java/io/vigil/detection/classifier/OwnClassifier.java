package io.vigil.detection.classifier;

import io.vigil.encoder.ModelFiles;
import io.vigil.encoder.OnnxModel;
import io.vigil.encoder.UnusableModelException;
import io.vigil.encoder.UnusableModelException.Part;
import io.vigil.encoder.Vocabulary;
import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import tools.jackson.core.JacksonException;

/** Any text classifier of BERT's kind in ONNX, from files of the operator. */
public final class OwnClassifier {
    private OwnClassifier() {}

    /**
     * Where the classifier is and how it is read.
     *
     * @param model an ONNX file with the inputs {@code input_ids}, {@code attention_mask} and, if it wants,
     *     {@code token_type_ids}; its first output is one number for each label
     * @param tokenizer {@code vocab.txt}, or {@code tokenizer.json} of Hugging Face; WordPiece
     * @param label index of the label that means attack, or its name in the {@code config.json} beside the model
     * @param maxTokens longest sequence that goes to the model, 8 to 512
     */
    public record Location(Path model, Path tokenizer, String label, int maxTokens) {}

    /**
     * The branch over that classifier, after one trial run.
     *
     * @param mostWindows how many windows of one text go to the model at most, 1 or more
     * @param nanos elapsed time in nanoseconds from any origin
     * @throws UnusableModelException naming what has to be mended
     */
    public static ClassifierBranch branch(Location location, int mostWindows, LongSupplier nanos)
            throws UnusableModelException {
        var vocabulary = ModelFiles.vocabulary(location.tokenizer());
        var model = ModelFiles.model(location.model());
        try {
            var label = new LabelReading(label(location));
            tryOut(model, vocabulary, label);
            return new ClassifierBranch(
                    new TextClassifier(spec(location), vocabulary, model, label, null), mostWindows, nanos);
        } catch (UnusableModelException e) {
            model.close();
            throw e;
        }
    }

    private static int label(Location location) throws UnusableModelException {
        var wanted = location.label();
        if (!wanted.isEmpty() && wanted.length() < 4 && wanted.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Integer.parseInt(wanted);
        }
        return ModelFiles.labels(location.model(), stream -> named(wanted, stream));
    }

    private static int named(String wanted, InputStream config) throws IOException {
        try {
            var names = Json.mapper().readTree(config).path("id2label");
            return names.propertyNames().stream()
                    .filter(id -> names.path(id).asString("").equals(wanted))
                    .map(Integer::valueOf)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no label has that name"));
        } catch (JacksonException e) {
            throw new IOException("it is no JSON", e);
        }
    }

    private static void tryOut(OnnxModel model, Vocabulary vocabulary, LabelReading label)
            throws UnusableModelException {
        var output = ModelFiles.tryOut(model, vocabulary);
        try {
            var _ = label.logOdds(output, 0);
        } catch (IllegalStateException e) {
            throw new UnusableModelException(Part.LABEL, String.valueOf(e.getMessage()), e);
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
                null,
                null);
    }
}
