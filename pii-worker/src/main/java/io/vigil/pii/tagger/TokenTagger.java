package io.vigil.pii.tagger;

import io.vigil.encoder.Framing;
import io.vigil.encoder.OnnxModel;
import io.vigil.encoder.OverlappingWindows;
import io.vigil.encoder.Tokens;
import io.vigil.encoder.Vocabulary;
import io.vigil.encoder.Window;
import io.vigil.encoder.WordPieceTokenizer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A transformer that says of each word of a text whether it is part of a name. Computes on the calling thread; thread-safe.
 */
final class TokenTagger implements AutoCloseable {

    private final WordPieceTokenizer tokenizer;
    private final Framing framing;
    private final OnnxModel model;
    private final Tags tags;
    private final int content;

    /**
     * A tagger of parts that belong together, which it closes.
     *
     * @param maxTokens longest sequence that goes to the model, special tokens included, 8 or more
     */
    TokenTagger(Vocabulary vocabulary, OnnxModel model, Tags tags, int maxTokens) {
        this.tokenizer = new WordPieceTokenizer(vocabulary);
        this.framing = new Framing(vocabulary);
        this.model = model;
        this.tags = tags;
        this.content = maxTokens - Framing.tokens();
    }

    /**
     * The names in a text, in order.
     *
     * @param givenUp asked between two runs of the model: nobody waits for the answer any more
     * @return empty where it was given up
     */
    Optional<List<Tagged>> tag(String text, BooleanSupplier givenUp) {
        var tokens = tokenizer.tokenize(text);
        var best = new Tag[tokens.size()];
        var scores = new double[tokens.size()];
        var windows = OverlappingWindows.of(tokens.size(), content, content / 4);
        int from = 0;
        for (int w = 0; w < windows.size(); w++) {
            if (givenUp.getAsBoolean()) {
                return Optional.empty();
            }
            // Where two windows overlap, each token belongs to the one in which more stands around it.
            int to = w + 1 == windows.size()
                    ? tokens.size()
                    : (windows.get(w).to() + windows.get(w + 1).from()) / 2;
            judge(tokens, windows.get(w), from, to, best, scores);
            from = to;
        }
        return Optional.of(TagReading.read(text, tokens, best, scores));
    }

    private void judge(Tokens tokens, Window window, int from, int to, Tag[] best, double[] scores) {
        FloatBuffer logits =
                model.run(List.of(framing.sequence(tokens, window))).values();
        for (int token = from; token < to; token++) {
            int row = (1 + token - window.from()) * tags.size();
            int label = 0;
            for (int i = 1; i < tags.size(); i++) {
                label = logits.get(row + i) > logits.get(row + label) ? i : label;
            }
            best[token] = tags.get(label);
            scores[token] = probability(logits, row, label);
        }
    }

    private double probability(FloatBuffer logits, int row, int label) {
        double sum = 0;
        for (int i = 0; i < tags.size(); i++) {
            sum += Math.exp((double) logits.get(row + i) - logits.get(row + label));
        }
        return 1 / sum;
    }

    @Override
    public void close() {
        model.close();
    }
}
