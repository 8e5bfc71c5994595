package io.vigil.detection;

import io.vigil.detection.classifier.ClassifierBranch;
import io.vigil.detection.classifier.OwnClassifier;
import io.vigil.detection.classifier.ShippedClassifier;
import io.vigil.encoder.UnusableModelException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which classifier the settings ask for. */
final class Classifiers {
    private Classifiers() {}

    /**
     * The operator's own where the settings name one, else the one that comes with the worker.
     *
     * @return null where the worker was built without one
     * @throws IllegalArgumentException naming the key whose file or value does not do
     */
    static @Nullable ClassifierBranch embedded(DetectionProperties.Classifier settings) {
        var model = settings.model();
        var tokenizer = settings.tokenizer();
        return model == null || tokenizer == null
                ? ShippedClassifier.branch(settings.maxWindows(), settings.screening(), System::nanoTime)
                        .orElse(null)
                : own(path("model", model), path("tokenizer", tokenizer), settings);
    }

    private static ClassifierBranch own(Path model, Path tokenizer, DetectionProperties.Classifier settings) {
        var location = new OwnClassifier.Location(model, tokenizer, settings.label(), settings.maxTokens());
        try {
            return OwnClassifier.branch(location, settings.maxWindows(), System::nanoTime);
        } catch (UnusableModelException e) {
            throw refused(e.part().name().toLowerCase(Locale.ROOT), e.getMessage(), e);
        }
    }

    private static Path path(String key, String value) {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw refused(key, "is no path", e);
        }
    }

    private static IllegalArgumentException refused(String key, @Nullable String why, Exception cause) {
        return new IllegalArgumentException("vigil.detection.classifier." + key + " cannot be used: " + why, cause);
    }
}
