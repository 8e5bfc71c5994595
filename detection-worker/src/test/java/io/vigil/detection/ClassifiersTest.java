package io.vigil.detection;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifiersTest {
    @TempDir
    Path folder;

    @Test
    void namesTheKeyOfAFileThatDoesNotDo() throws Exception {
        var vocabulary = folder.resolve("vocab.txt");
        Files.writeString(vocabulary, "[UNK]\n[CLS]\n[SEP]\n");

        refused("missing.onnx", vocabulary.toString(), "vigil.detection.classifier.model cannot be used: missing.onnx");
        refused("m.onnx", "missing.txt", "vigil.detection.classifier.tokenizer cannot be used: missing.txt");
        refused("\0", vocabulary.toString(), "vigil.detection.classifier.model cannot be used: is no path");
    }

    private static void refused(String model, String tokenizer, String message) {
        var settings =
                new DetectionProperties.Classifier(null, Duration.ofSeconds(3), 64, true, model, tokenizer, "1", 256);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Classifiers.embedded(settings))
                .withMessageStartingWith(message);
    }
}
