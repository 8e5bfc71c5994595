package io.vigil.detection.classifier;

import io.vigil.detection.encoder.ShippedVocabulary;
import io.vigil.encoder.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The classifier that comes with the worker: files of a folder on the class path. */
public final class ShippedClassifier {
    private static final String FOLDER = "/vigil-classifier/";
    private static final String SPEC = "classifier.json";
    private static final String MODEL = "model.onnx";
    private static final String NGRAMS = "ngrams.bin";

    private ShippedClassifier() {}

    /** Opens a file of the classifier by its name; null where there is none. */
    interface Files {
        @Nullable InputStream open(String name);
    }

    /**
     * The branch with the files of the class path; empty where the worker was built without them.
     *
     * @param mostWindows how many windows of one text the transformer reads at most, 1 or more
     * @param screening whether windows that the n-grams find harmless are left out
     * @param nanos elapsed time in nanoseconds from any origin
     * @throws UncheckedIOException where the files are there and no classifier
     */
    public static Optional<ClassifierBranch> branch(int mostWindows, boolean screening, LongSupplier nanos) {
        Files files = name -> ShippedClassifier.class.getResourceAsStream(FOLDER + name);
        try {
            return Optional.ofNullable(load(files, screening))
                    .map(loaded -> new ClassifierBranch(loaded, mostWindows, nanos));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped classifier cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Null where there is no {@value #SPEC}. */
    static @Nullable TextClassifier load(Files files, boolean screening) throws IOException {
        var json = files.open(SPEC);
        if (json == null) {
            return null;
        }
        var read = ClassifierSpec.read(json);
        var spec = screening ? read : read.unscreened();
        try {
            return new TextClassifier(
                    spec,
                    ShippedVocabulary.read(),
                    spec.modelWeight() > 0 ? OnnxModel.load(bytes(files)) : null,
                    LabelReading.ONLY,
                    spec.ngramWeight() > 0 ? NgramTable.read(required(files, NGRAMS)) : null);
        } catch (IllegalArgumentException e) {
            throw new IOException(SPEC + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(Files files) throws IOException {
        try (var stream = required(files, MODEL)) {
            return stream.readAllBytes();
        }
    }

    private static InputStream required(Files files, String name) throws IOException {
        var stream = files.open(name);
        if (stream == null) {
            throw new IOException(name + " is missing");
        }
        return stream;
    }
}
