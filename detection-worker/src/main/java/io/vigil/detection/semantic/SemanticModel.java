package io.vigil.detection.semantic;

import io.vigil.detection.encoder.ShippedVocabulary;
import io.vigil.detection.semantic.exemplar.AddedExemplar;
import io.vigil.detection.semantic.exemplar.AddedExemplars;
import io.vigil.detection.semantic.exemplar.Exemplar;
import io.vigil.detection.semantic.exemplar.Exemplars;
import io.vigil.encoder.Tokens;
import io.vigil.encoder.Vocabulary;
import io.vigil.encoder.Window;
import io.vigil.encoder.WordPieceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Tokenizer, encoder and shipped exemplars that belong together. Thread-safe. */
final class SemanticModel implements AutoCloseable {
    /** Name of the model that comes with the worker. */
    static final String VERSION = "all-minilm-l6-v2-q";

    private static final String MODEL = "/" + VERSION + ".onnx";
    private static final String ATTACKS = "/vigil-exemplars/attacks.json";
    private static final String SAFE = "/vigil-exemplars/safe.json";
    private static final String SCREEN = "/vigil-exemplars/screen.bin";

    private final WordPieceTokenizer tokenizer;
    private final SentenceEncoder encoder;
    private final ExemplarIndex shipped;
    private final WindowScreen screen;

    /** Most windows that added exemplars may be cut into: about two seconds of one core. */
    static final int MOST_ADDED = 1_000;

    /** Embeds the exemplars: one run of the model for each. */
    private SemanticModel(Vocabulary vocabulary, SentenceEncoder encoder, Exemplars exemplars, WindowScreen screen) {
        this.tokenizer = new WordPieceTokenizer(vocabulary);
        this.encoder = encoder;
        this.shipped = ExemplarIndex.shipped(embed(exemplars.attacks()), embed(exemplars.safe()));
        this.screen = screen;
    }

    /** Loads everything from the class path. */
    static SemanticModel fromClassPath() {
        try {
            var vocabulary = ShippedVocabulary.read();
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
    WindowScreen.Screened screen(String text, Tokens tokens, ScreenLimits limits, ExemplarIndex index) {
        var windows = Windows.of(text, tokens);
        return index.extend(screen.screen(windows, tokens, limits), windows, tokens);
    }

    Likeness compare(Tokens tokens, Window window, ExemplarIndex index) {
        return index.compare(window, encoder.encode(tokens, window));
    }

    /** The exemplars that come with the worker. */
    ExemplarIndex shipped() {
        return shipped;
    }

    /** Those and these. Added ones are cut as texts are, so that a copy of one is as similar as can be; slow. */
    ExemplarIndex with(AddedExemplars added) {
        var pieces = new ArrayList<int[]>();
        var attacks = new ArrayList<ExemplarIndex.Entry>();
        for (var attack : added.attacks()) {
            var tokens = tokenize(attack.text());
            for (var window : Windows.of(attack.text(), tokens)) {
                attacks.add(entry(attack.exemplar(), tokens, window));
                pieces.add(tokens.distinct(window));
            }
        }
        var safe = new ArrayList<ExemplarIndex.Entry>();
        for (var harmless : added.safe()) {
            var tokens = tokenize(harmless.text());
            Windows.of(harmless.text(), tokens).forEach(window -> safe.add(entry(harmless.exemplar(), tokens, window)));
        }
        return shipped.with(attacks, safe, AddedScreen.of(pieces));
    }

    /**
     * Refuses what cannot be compared.
     *
     * @throws IllegalArgumentException naming the entry, or the limit
     */
    void check(AddedExemplars added) {
        int windows = windows("attacks", added.attacks()) + windows("safe", added.safe());
        if (windows > MOST_ADDED) {
            throw new IllegalArgumentException("attacks and safe have " + windows + " passages of up to "
                    + Windows.LONGEST + " tokens; at most " + MOST_ADDED + " are kept");
        }
    }

    private int windows(String kind, List<AddedExemplar> entries) {
        int all = 0;
        for (int i = 0; i < entries.size(); i++) {
            String text = entries.get(i).text();
            int windows = Windows.of(text, tokenize(text)).size();
            if (windows == 0) {
                throw new IllegalArgumentException(kind + "[" + i + "].text has nothing to read");
            }
            all += windows;
        }
        return all;
    }

    private List<ExemplarIndex.Entry> embed(List<Exemplar> exemplars) {
        return exemplars.stream()
                .map(exemplar -> {
                    var tokens = tokenize(exemplar.text());
                    return entry(exemplar, tokens, new Window(0, tokens.size()));
                })
                .toList();
    }

    private ExemplarIndex.Entry entry(Exemplar exemplar, Tokens tokens, Window window) {
        return new ExemplarIndex.Entry(exemplar, encoder.encode(tokens, window));
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
