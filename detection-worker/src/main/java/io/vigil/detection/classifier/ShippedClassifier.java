package io.vigil.detection.classifier;

import io.vigil.detection.encoder.ShippedVocabulary;
import io.vigil.encoder.OnnxModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Function;
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
        return load(read -> Optional.of(screening ? read : read.unscreened()))
                .map(loaded -> new ClassifierBranch(loaded, mostWindows, nanos));
    }

    /**
     * The same without its transformer, for microseconds a text; empty where the worker was built without the files, or
     * they do not say how the n-grams are read alone.
     *
     * @param nanos elapsed time in nanoseconds from any origin
     * @throws UncheckedIOException where the files are there and no classifier
     */
    public static Optional<ClassifierBranch> ngramsAlone(LongSupplier nanos) {
        return load(ClassifierSpec::withoutTransformer)
                .map(loaded -> new ClassifierBranch(loaded, Integer.MAX_VALUE, nanos));
    }

    private static Optional<TextClassifier> load(Function<ClassifierSpec, Optional<ClassifierSpec>> form) {
        Files files = name -> ShippedClassifier.class.getResourceAsStream(FOLDER + name);
        try {
            return load(files, form);
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped classifier cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Empty where there is no {@value #SPEC}, or the form that is asked for has none. */
    static Optional<TextClassifier> load(Files files, Function<ClassifierSpec, Optional<ClassifierSpec>> form)
            throws IOException {
        var json = files.open(SPEC);
        if (json == null) {
            return Optional.empty();
        }
        var spec = form.apply(ClassifierSpec.read(json)).orElse(null);
        return spec == null ? Optional.empty() : Optional.of(assembled(spec, files));
    }

    private static TextClassifier assembled(ClassifierSpec spec, Files files) throws IOException {
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
