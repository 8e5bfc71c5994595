package io.vigil.detection.classifier;

import io.vigil.encoder.Framing;
import io.vigil.encoder.OnnxModel;
import io.vigil.encoder.OverlappingWindows;
import io.vigil.encoder.Tokens;
import io.vigil.encoder.Vocabulary;
import io.vigil.encoder.Window;
import io.vigil.encoder.WordPieceTokenizer;
import io.vigil.message.Source;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokenizer, n-grams and transformer that were trained together. Thread-safe. */
final class TextClassifier implements AutoCloseable {
    private final ClassifierSpec spec;
    private final WordPieceTokenizer tokenizer;
    private final Framing framing;
    private final @Nullable OnnxModel model;
    private final LabelReading label;
    private final @Nullable NgramTable ngrams;
    private final Map<Source, Tokens> prefixes = new EnumMap<>(Source.class);

    /**
     * A classifier of these parts.
     *
     * @param model null where its weight is 0
     * @param ngrams null where their weight is 0
     * @throws IllegalArgumentException where the parts do not fit together
     */
    TextClassifier(
            ClassifierSpec spec,
            Vocabulary vocabulary,
            @Nullable OnnxModel model,
            LabelReading label,
            @Nullable NgramTable ngrams) {
        if ((spec.modelWeight() > 0) != (model != null) || (spec.ngramWeight() > 0) != (ngrams != null)) {
            throw new IllegalArgumentException("a part with a weight is missing, or one without a weight is there");
        }
        this.spec = spec;
        this.tokenizer = new WordPieceTokenizer(vocabulary);
        this.framing = new Framing(vocabulary);
        this.model = model;
        this.label = label;
        this.ngrams = ngrams;
        for (Source source : Source.values()) {
            prefixes.put(source, tokenizer.tokenize(spec.prefix(source)));
            if (content(source) <= spec.windowOverlap()) {
                throw new IllegalArgumentException("source_prefix leaves no room for the text");
            }
        }
    }

    ClassifierSpec spec() {
        return spec;
    }

    /** Whether there is a transformer, and so a reason to read few windows. */
    boolean hasModel() {
        return model != null;
    }

    /** The windows of a text with what the n-grams say about each; none where no letter is left of it. */
    List<Excerpt> excerpts(String text, Source source) {
        var tokens = tokenizer.tokenize(text);
        var excerpts = new ArrayList<Excerpt>();
        for (Window window : OverlappingWindows.of(tokens.size(), content(source), spec.windowOverlap())) {
            double logit = ngrams == null
                    ? 0
                    : ngrams.logit(text.substring(tokens.start(window.from()), tokens.end(window.to() - 1)));
            excerpts.add(new Excerpt(text, tokens, window, logit));
        }
        return excerpts;
    }

    /** Log-odds of an attack for each of the excerpts; one run of the transformer, where there is one. */
    List<Double> logOdds(List<Excerpt> excerpts, Source source) {
        if (model == null) {
            return excerpts.stream()
                    .map(excerpt -> spec.ngramWeight() * excerpt.ngramLogit())
                    .toList();
        }
        var prefix = prefixes.getOrDefault(source, new Tokens(0));
        var output = model.run(excerpts.stream()
                .map(excerpt -> framing.sequence(prefix, excerpt.tokens(), excerpt.window()))
                .toList());
        var logOdds = new ArrayList<Double>(excerpts.size());
        for (int i = 0; i < excerpts.size(); i++) {
            logOdds.add(spec.modelWeight() * label.logOdds(output, i)
                    + spec.ngramWeight() * excerpts.get(i).ngramLogit());
        }
        return logOdds;
    }

    /** How many word pieces of a text one window holds. */
    private int content(Source source) {
        return spec.maxTokens()
                - Framing.tokens()
                - prefixes.getOrDefault(source, new Tokens(0)).size();
    }

    @Override
    public void close() {
        if (model != null) {
            model.close();
        }
    }
}
