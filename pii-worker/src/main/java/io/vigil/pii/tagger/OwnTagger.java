package io.vigil.pii.tagger;

import io.vigil.encoder.OnnxModel;
import io.vigil.encoder.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

/** Loads a tagger from the operator's files, and says which of them does not do. */
final class OwnTagger {

    private static final String LABELS = "config.json";

    private OwnTagger() {}

    /** A part that has to be mended. */
    enum Part {
        /** The ONNX file. */
        MODEL,
        /** The vocabulary. */
        TOKENIZER,
        /** The names of the labels. */
        LABELS
    }

    /** The files do not do. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        private final Part part;

        Unusable(Part part, String why, Exception cause) {
            super(why, cause);
            this.part = part;
        }

        Part part() {
            return part;
        }
    }

    /** Reads a file. */
    private interface Reader<T> {
        T read(InputStream stream) throws IOException;
    }

    /**
     * Loads it, and tries it out once.
     *
     * @param model path of the ONNX file; its {@code config.json} lies beside it
     * @param tokenizer path of {@code vocab.txt} or {@code tokenizer.json}
     * @param entities from label to entity type
     */
    static TokenTagger load(String model, String tokenizer, Map<String, String> entities, int maxTokens)
            throws Unusable {
        var vocabulary = read(Part.TOKENIZER, path(Part.TOKENIZER, tokenizer), stream -> {
            var read = tokenizer.endsWith(".json") ? Vocabulary.read(stream) : Vocabulary.readLines(stream);
            var _ = read.special("[UNK]");
            return read;
        });
        Path file = path(Part.MODEL, model);
        var session = read(Part.MODEL, file, stream -> OnnxModel.load(stream.readAllBytes()));
        try {
            var tags = read(Part.LABELS, file.resolveSibling(LABELS), stream -> Tags.read(stream, entities));
            return new TokenTagger(vocabulary, session, tags, maxTokens);
        } catch (IllegalArgumentException e) {
            session.close();
            throw new Unusable(Part.MODEL, String.valueOf(e.getMessage()), e);
        } catch (Unusable e) {
            session.close();
            throw e;
        }
    }

    private static <T> T read(Part part, Path file, Reader<T> reader) throws Unusable {
        try (var stream = Files.newInputStream(file)) {
            return reader.read(stream);
        } catch (NoSuchFileException e) {
            throw new Unusable(part, file.getFileName() + ": there is no such file", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unusable(part, file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static Path path(Part part, String value) throws Unusable {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new Unusable(part, "it is no path", e);
        }
    }
}
