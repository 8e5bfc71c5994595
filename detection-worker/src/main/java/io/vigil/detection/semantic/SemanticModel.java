package io.vigil.detection.semantic;

import io.vigil.detection.encoder.Tokens;
import io.vigil.detection.encoder.Vocabulary;
import io.vigil.detection.encoder.Window;
import io.vigil.detection.encoder.WordPieceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Tokenizer, encoder and exemplars that belong together. Thread-safe. */
final class SemanticModel implements AutoCloseable {
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String ATTACKS = "/vigil-exemplars/attacks.json";
    private static final String SAFE = "/vigil-exemplars/safe.json";
    private static final String SCREEN = "/vigil-exemplars/screen.bin";

    private final WordPieceTokenizer tokenizer;
    private final SentenceEncoder encoder;
    private final Exemplars exemplars;
    private final Neighbours attacks;
    private final Neighbours safe;
    private final WindowScreen screen;

    /** Embeds the exemplars: one run of the model for each. */
    private SemanticModel(Vocabulary vocabulary, SentenceEncoder encoder, Exemplars exemplars, WindowScreen screen) {
        this.tokenizer = new WordPieceTokenizer(vocabulary);
        this.encoder = encoder;
        this.exemplars = exemplars;
        this.attacks = embed(tokenize(exemplars.attacks()));
        this.safe = embed(tokenize(exemplars.safe()));
        this.screen = screen;
    }

    /** Loads everything from the class path. */
    static SemanticModel fromClassPath() {
        try {
            var vocabulary = Vocabulary.bertUncased();
            var encoder = SentenceEncoder.load(resource(MODEL), vocabulary);
            return new SemanticModel(
                    vocabulary,
                    encoder,
                    Exemplars.read(resource(ATTACKS), resource(SAFE)),
                    new WindowScreen(ScreenWeights.read(resource(SCREEN))));
        } catch (IOException e) {
            throw new UncheckedIOException("the semantic model cannot be loaded", e);
        }
    }

    Tokens tokenize(String text) {
        return tokenizer.tokenize(text);
    }

    /** The windows to compare, and what is settled about the others. */
    WindowScreen.Screened screen(String text, Tokens tokens, ScreenLimits limits) {
        return screen.screen(Windows.of(text, tokens), tokens, limits);
    }

    Likeness compare(Tokens tokens, Window window) {
        var embedding = encoder.encode(tokens, window);
        var attack = attacks.nearest(embedding);
        return new Likeness(
                window,
                exemplars.attacks().get(attack.index()),
                attack.similarity(),
                safe.nearest(embedding).similarity());
    }

    private List<Tokens> tokenize(List<Exemplar> texts) {
        return texts.stream().map(exemplar -> tokenize(exemplar.text())).toList();
    }

    private Neighbours embed(List<Tokens> texts) {
        return new Neighbours(texts.stream()
                .map(tokens -> encoder.encode(tokens, new Window(0, tokens.size())))
                .toList());
    }

    private static InputStream resource(String name) throws IOException {
        var stream = SemanticModel.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException("class path lacks " + name);
        }
        return stream;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
