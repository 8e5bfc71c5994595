package io.vigil.detection.encoder;

import io.vigil.encoder.Vocabulary;
import java.io.IOException;

/** The vocabulary of {@code bert-base-uncased}, which MiniLM and the shipped classifier share. */
public final class ShippedVocabulary {

    private static final String BERT_UNCASED = "/all-minilm-l6-v2-q-tokenizer.json";

    private ShippedVocabulary() {}

    /** Reads it from the class path. */
    public static Vocabulary read() throws IOException {
        var stream = ShippedVocabulary.class.getResourceAsStream(BERT_UNCASED);
        if (stream == null) {
            throw new IOException("class path lacks " + BERT_UNCASED);
        }
        return Vocabulary.read(stream);
    }
}
