package io.vigil.detection.classifier;

import io.vigil.detection.encoder.ShippedVocabulary;
import io.vigil.encoder.Vocabulary;
import io.vigil.encoder.WordPieceTokenizer;
import io.vigil.testkit.OnnxBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A classifier small enough to know by heart: each word has its weight. */
final class TinyClassifier {
    static final int MAX_TOKENS = 16;
    static final int OVERLAP = 6;
    /** What the n-grams and the tokens of one suspicious word add. */
    static final float WORD = 3;

    static final float BIAS = -5;
    private static final int BITS = 18;
    private static final Vocabulary VOCABULARY = vocabulary();

    private final Map<String, byte[]> files = new HashMap<>();

    /**
     * A classifier.
     *
     * @param modelWeight share of the transformer
     * @param ngramWeight share of the n-grams
     * @param words words that raise the log-odds of a window by {@value #WORD} each
     */
    static TinyClassifier of(double modelWeight, double ngramWeight, String... words) {
        var tiny = new TinyClassifier();
        tiny.put("classifier.json", spec(modelWeight, ngramWeight));
        if (modelWeight > 0) {
            tiny.files.put("model.onnx", model(words));
        }
        if (ngramWeight > 0) {
            tiny.files.put("ngrams.bin", ngrams(words));
        }
        return tiny;
    }

    static String spec(double modelWeight, double ngramWeight) {
        return """
                {"format":1,"model_version":"tiny","max_tokens":%d,"window_overlap":%d,
                 "model_weight":%s,"ngram_weight":%s,
                 "calibration":{"kind":"platt","a":1.0,"b":0.0},"threshold":0.7,"trained_on":"nothing",
                 "operating_points":{"false_alarms_1_percent":0.7,"false_alarms_5_percent":0.4},
                 "source_prefix":{"document":"document :"}}""".formatted(MAX_TOKENS, OVERLAP, modelWeight, ngramWeight);
    }

    TinyClassifier put(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    String content(String name) {
        return new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
    }

    TinyClassifier without(String name) {
        files.remove(name);
        return this;
    }

    /** Lets the n-grams settle windows by themselves, with log-odds of twice theirs. */
    TinyClassifier screening(double below) {
        var spec = content("classifier.json");
        var screen = ",\"screen\":{\"below\":%s,\"slope\":2,\"intercept\":0}}".formatted(below);
        return put("classifier.json", spec.substring(0, spec.length() - 1) + screen);
    }

    /** Lets the n-grams be read without the transformer, probable from log-odds of 1 and suspicious from -1. */
    TinyClassifier withNgramsAlone() {
        var spec = content("classifier.json");
        var alone = """
                ,"ngrams_alone":{"calibration":{"kind":"platt","a":1,"b":0},
                "operating_points":{"false_alarms_1_percent":0.73,"false_alarms_5_percent":0.27}}}""";
        return put("classifier.json", spec.substring(0, spec.length() - 1) + alone);
    }

    @Nullable TextClassifier load() throws IOException {
        return load(Optional::of);
    }

    @Nullable TextClassifier load(Function<ClassifierSpec, Optional<ClassifierSpec>> form) throws IOException {
        return ShippedClassifier.load(
                        name -> {
                            var content = files.get(name);
                            return content == null ? null : new ByteArrayInputStream(content);
                        },
                        form)
                .orElse(null);
    }

    ClassifierBranch branch(int mostWindows) {
        return branch(mostWindows, true);
    }

    ClassifierBranch branch(int mostWindows, boolean screening) {
        try {
            return new ClassifierBranch(
                    Objects.requireNonNull(load(spec -> Optional.of(screening ? spec : spec.unscreened()))),
                    mostWindows,
                    () -> 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] model(String... words) {
        var weights = new HashMap<Integer, List<Float>>();
        for (var word : words) {
            var tokens = new WordPieceTokenizer(VOCABULARY).tokenize(word);
            for (int i = 0; i < tokens.size(); i++) {
                weights.put(tokens.id(i), List.of(WORD / tokens.size()));
            }
        }
        return OnnxBytes.bagOfWords(
                VOCABULARY.size(),
                List.of(BIAS),
                weights,
                true,
                List.of("input_ids", "attention_mask", "token_type_ids"));
    }

    /** The buckets of the words, of which no other word of the tests has any. */
    private static byte[] ngrams(String... words) {
        var table = new byte[1 << BITS];
        for (var word : words) {
            NgramTableTest.bucketsOfWord(word, BITS).forEach(bucket -> table[bucket] = 100);
        }
        return ByteBuffer.allocate(16 + table.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x56474E31)
                .putInt(BITS)
                .putFloat(BIAS)
                .putFloat(0.4f)
                .put(table)
                .array();
    }

    private static Vocabulary vocabulary() {
        try {
            return ShippedVocabulary.read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
