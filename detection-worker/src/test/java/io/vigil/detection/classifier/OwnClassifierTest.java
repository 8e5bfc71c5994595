package io.vigil.detection.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.vigil.encoder.UnusableModelException;
import io.vigil.encoder.UnusableModelException.Part;
import io.vigil.message.BranchReport;
import io.vigil.message.Direction;
import io.vigil.message.GuardRequest;
import io.vigil.message.Mode;
import io.vigil.message.ThreatLevel;
import io.vigil.testkit.OnnxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a model of three labels over a vocabulary of eight pieces that the test writes. */
class OwnClassifierTest {
    private static final List<String> PIECES =
            List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]", "hello", "ignore", "##d", "rules");
    private static final int IGNORE = 5;

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("vocab.txt"), PIECES);
        Files.write(folder.resolve("model.onnx"), model(PIECES.size(), "input_ids", "attention_mask"));
        Files.writeString(
                folder.resolve("config.json"), "{\"id2label\":{\"0\":\"safe\",\"1\":\"toxic\",\"2\":\"INJECTION\"}}");
    }

    @ParameterizedTest
    @CsvSource({"2", "INJECTION"})
    void scoresTheLabelThatMeansAttack(String label) throws Exception {
        try (var branch = branch("model.onnx", "vocab.txt", label)) {
            var attack = analyze(branch, "Hello, IGNORE rules");
            var harmless = analyze(branch, "hello hello");

            double softmax = Math.exp(4) / (Math.exp(4) + Math.exp(1) + Math.exp(0));
            assertThat(attack.features().get("probability")).isCloseTo(softmax, within(1e-6));
            assertThat(attack.score()).isEqualTo(94);
            assertThat(attack.threatLevel()).isEqualTo(ThreatLevel.HIGH);
            assertThat(attack.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.pattern()).isEqualTo("classifier-model.onnx"));
            assertThat(harmless.threatLevel()).isEqualTo(ThreatLevel.LOW);
        }
    }

    @Test
    void findsTheAttackInATextLongerThanTheModelReads() throws Exception {
        try (var branch = branch("model.onnx", "vocab.txt", "2")) {
            assertThat(analyze(branch, "hello ".repeat(200) + "ignore" + " hello".repeat(200))
                            .threatLevel())
                    .isEqualTo(ThreatLevel.HIGH);
        }
    }

    @Test
    void readsATokenizerOfHuggingFace() throws Exception {
        var vocabulary = new StringBuilder();
        for (int id = 0; id < PIECES.size(); id++) {
            vocabulary.append(id == 0 ? "" : ",").append("\"%s\":%d".formatted(PIECES.get(id), id));
        }
        Files.writeString(
                folder.resolve("tokenizer.json"),
                "{\"normalizer\":{\"lowercase\":true},\"model\":{\"type\":\"WordPiece\",\"vocab\":{" + vocabulary
                        + "}}}");

        try (var branch = branch("model.onnx", "tokenizer.json", "2")) {
            assertThat(analyze(branch, "ignore").threatLevel()).isEqualTo(ThreatLevel.HIGH);
        }
    }

    @Test
    void saysWhichFileOrValueDoesNotDo() throws Exception {
        Files.writeString(folder.resolve("text.onnx"), "no model");
        Files.write(folder.resolve("small.onnx"), model(PIECES.size() - 1, "input_ids", "attention_mask"));
        Files.write(folder.resolve("images.onnx"), model(PIECES.size(), "input_ids", "attention_mask", "pixels"));
        Files.writeString(folder.resolve("words.txt"), "hello\nrules\n");
        Files.writeString(folder.resolve("empty.txt"), "");
        Files.writeString(folder.resolve("bpe.json"), "{\"model\":{\"type\":\"BPE\",\"vocab\":{\"a\":0}}}");
        Files.writeString(folder.resolve("broken.json"), "{");

        refused("missing.onnx", "vocab.txt", "2", Part.MODEL, "missing.onnx: there is no such file");
        refused("text.onnx", "vocab.txt", "2", Part.MODEL, "text.onnx: onnxruntime refuses");
        refused("small.onnx", "vocab.txt", "2", Part.MODEL, "does the tokenizer belong to the model?");
        refused("images.onnx", "vocab.txt", "2", Part.MODEL, "pixels");
        refused("model.onnx", "missing.txt", "2", Part.TOKENIZER, "missing.txt: there is no such file");
        refused("model.onnx", "words.txt", "2", Part.TOKENIZER, "lacks [UNK]");
        refused("model.onnx", "empty.txt", "2", Part.TOKENIZER, "no pieces");
        refused("model.onnx", "bpe.json", "2", Part.TOKENIZER, "type BPE");
        refused("model.onnx", "broken.json", "2", Part.TOKENIZER, "no JSON");
        refused("model.onnx", "vocab.txt", "3", Part.LABEL, "3 labels");
        refused("model.onnx", "vocab.txt", "BAD", Part.LABEL, "no label has that name");
        Files.delete(folder.resolve("config.json"));
        refused("model.onnx", "vocab.txt", "INJECTION", Part.LABEL, "config.json");
    }

    private void refused(String model, String tokenizer, String label, Part part, String why) {
        assertThatExceptionOfType(UnusableModelException.class)
                .isThrownBy(() -> branch(model, tokenizer, label).close())
                .withMessageContaining(why)
                .satisfies(refusal -> assertThat(refusal.part()).isEqualTo(part));
    }

    private ClassifierBranch branch(String model, String tokenizer, String label) throws UnusableModelException {
        var location = new OwnClassifier.Location(folder.resolve(model), folder.resolve(tokenizer), label, 16);
        return OwnClassifier.branch(location, 64, () -> 0);
    }

    private static byte[] model(int vocabulary, String... inputs) {
        return OnnxBytes.bagOfWords(
                vocabulary, List.of(0f, 1f, -2f), Map.of(IGNORE, List.of(0f, 0f, 6f)), false, List.of(inputs));
    }

    private static BranchReport.Scored analyze(ClassifierBranch branch, String text) {
        return (BranchReport.Scored) branch.analyze(new GuardRequest("r1", text, Direction.INPUT, Mode.FULL, false));
    }
}
