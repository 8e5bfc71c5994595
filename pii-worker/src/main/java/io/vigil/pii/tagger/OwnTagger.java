package io.vigil.pii.tagger;

import io.vigil.encoder.ModelFiles;
import io.vigil.encoder.OnnxModel;
import io.vigil.encoder.UnusableModelException;
import io.vigil.encoder.UnusableModelException.Part;
import io.vigil.encoder.Vocabulary;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Loads a tagger from the operator's files. */
final class OwnTagger {

    private OwnTagger() {}

    /**
     * Loads it, and tries it out once.
     *
     * @param model path of the ONNX file; its {@code config.json} lies beside it
     * @param tokenizer path of {@code vocab.txt} or {@code tokenizer.json}
     * @param entities from label to entity type
     * @throws UnusableModelException naming what has to be mended
     */
    static TokenTagger load(String model, String tokenizer, Map<String, String> entities, int maxTokens)
            throws UnusableModelException {
        var vocabulary = ModelFiles.vocabulary(path(Part.TOKENIZER, tokenizer));
        Path file = path(Part.MODEL, model);
        var session = ModelFiles.model(file);
        try {
            var tags = ModelFiles.labels(file, stream -> Tags.read(stream, entities));
            tryOut(session, vocabulary, tags);
            return new TokenTagger(vocabulary, session, tags, maxTokens);
        } catch (UnusableModelException e) {
            session.close();
            throw e;
        }
    }

    private static void tryOut(OnnxModel model, Vocabulary vocabulary, Tags tags) throws UnusableModelException {
        int numbers = ModelFiles.tryOut(model, vocabulary).perSequence();
        if (numbers != ModelFiles.TRIAL_TOKENS * tags.size()) {
            var why = "the model gives " + numbers + " numbers for " + ModelFiles.TRIAL_TOKENS
                    + " tokens, and id2label names " + tags.size() + " labels";
            throw new UnusableModelException(Part.MODEL, why, null);
        }
    }

    private static Path path(Part part, String value) throws UnusableModelException {
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new UnusableModelException(part, "it is no path", e);
        }
    }
}
