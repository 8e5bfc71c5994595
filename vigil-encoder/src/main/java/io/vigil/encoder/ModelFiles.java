package io.vigil.encoder;

import io.vigil.encoder.UnusableModelException.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Reads the files of an operator's model, and says which of them does not do. */
public final class ModelFiles {
    /** How many tokens the trial run has. */
    public static final int TRIAL_TOKENS = 3;

    private static final String LABELS = "config.json";

    private ModelFiles() {}

    /** Takes a file apart; the caller closes the stream. */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads all of it; an {@link IllegalArgumentException} says as well what is wrong with it. */
        T read(InputStream stream) throws IOException;
    }

    /** Reads {@code vocab.txt}, or {@code tokenizer.json} of Hugging Face. */
    public static Vocabulary vocabulary(Path file) throws UnusableModelException {
        return read(Part.TOKENIZER, file, stream -> {
            var vocabulary = file.toString().endsWith(".json") ? Vocabulary.read(stream) : Vocabulary.readLines(stream);
            for (var name : List.of("[UNK]", "[CLS]", "[SEP]")) {
                var _ = vocabulary.special(name);
            }
            return vocabulary;
        });
    }

    /** Loads an ONNX file; the caller closes the model. */
    public static OnnxModel model(Path file) throws UnusableModelException {
        return read(Part.MODEL, file, stream -> OnnxModel.load(stream.readAllBytes()));
    }

    /** Reads the {@value #LABELS} beside a model. */
    public static <T> T labels(Path model, Reader<T> reader) throws UnusableModelException {
        return read(Part.LABEL, model.resolveSibling(LABELS), reader);
    }

    /** What a model says about {@value #TRIAL_TOKENS} tokens; the id at the end of the vocabulary finds out whether the two belong together. */
    public static OnnxModel.Output tryOut(OnnxModel model, Vocabulary vocabulary) throws UnusableModelException {
        try {
            long[] sequence = {vocabulary.special("[CLS]"), vocabulary.highest(), vocabulary.special("[SEP]")};
            return model.run(List.of(sequence));
        } catch (IllegalStateException e) {
            throw new UnusableModelException(
                    Part.MODEL, "a trial run failed; does the tokenizer belong to the model? " + e.getMessage(), e);
        }
    }

    private static <T> T read(Part part, Path file, Reader<T> reader) throws UnusableModelException {
        try (var stream = Files.newInputStream(file)) {
            return reader.read(stream);
        } catch (NoSuchFileException e) {
            throw new UnusableModelException(part, file.getFileName() + ": there is no such file", e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableModelException(part, file.getFileName() + ": " + e.getMessage(), e);
        }
    }
}
