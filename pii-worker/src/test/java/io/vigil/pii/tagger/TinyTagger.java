package io.vigil.pii.tagger;

import io.vigil.testkit.OnnxBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Files of a model that knows some words by heart: a vocabulary of words and single letters, and a label for each. */
public final class TinyTagger {

    private static final List<String> LABELS = List.of("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-MISC");
    private static final List<String> PIECES = List.of(
            "[UNK]",
            "[CLS]",
            "[SEP]",
            "Zdzisława",
            "Brzęczysz",
            "##czykiewicz",
            "Claude",
            "Łódź",
            "lives",
            "in",
            ",",
            "and",
            "Xq",
            "-",
            "Jan",
            "Qwvrt");
    private static final Map<String, String> LABEL_OF = Map.of(
            "Zdzisława", "B-PER",
            "Brzęczysz", "I-PER",
            "##czykiewicz", "B-LOC",
            "Claude", "B-PER",
            "Łódź", "B-LOC",
            "Xq", "B-MISC",
            "Jan", "B-PER",
            "Qwvrt", "B-PER");

    private TinyTagger() {}

    /** Writes model.onnx, config.json and vocab.txt to a folder. */
    public static void write(Path folder) throws IOException {
        var weights = new HashMap<Integer, List<Float>>();
        LABEL_OF.forEach((piece, label) -> weights.put(PIECES.indexOf(piece), row(label)));
        Files.write(folder.resolve("model.onnx"), OnnxBytes.labelOfToken(PIECES.size(), weights, row("O")));
        Files.writeString(folder.resolve("vocab.txt"), String.join("\n", PIECES) + "\n");
        var names = new StringBuilder();
        for (int i = 0; i < LABELS.size(); i++) {
            names.append(i == 0 ? "" : ",").append("\"%d\":\"%s\"".formatted(i, LABELS.get(i)));
        }
        Files.writeString(folder.resolve("config.json"), "{\"id2label\":{" + names + "}}");
    }

    /** Log-odds that make a label 0.97 probable. */
    private static List<Float> row(String label) {
        return LABELS.stream().map(name -> name.equals(label) ? 5f : 0f).toList();
    }
}
