package io.vigil.detection.encoder;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;

/** The word pieces that the model knows. Immutable, thread-safe. */
public final class Vocabulary {
    private static final String INSIDE_WORD = "##";

    private static final String BERT_UNCASED = "/all-minilm-l6-v2-q-tokenizer.json";

    private final Map<String, Integer> first = HashMap.newHashMap(25_000);
    private final Map<String, Integer> inner = HashMap.newHashMap(6_000);
    private final int longest;
    private final int size;
    private final int highest;

    /**
     * Reads the {@code tokenizer.json} format of Hugging Face, and closes the stream.
     *
     * @throws IOException where it is not that format, or the pieces are not those of an uncased BERT
     */
    public static Vocabulary read(InputStream tokenizerJson) throws IOException {
        try (tokenizerJson) {
            var tokenizer = Json.mapper().readTree(tokenizerJson);
            var type = tokenizer.path("model").path("type").asString("WordPiece");
            if (!type.equals("WordPiece")
                    || !tokenizer.path("normalizer").path("lowercase").asBoolean(true)) {
                throw new IOException("the tokenizer is not that of an uncased BERT");
            }
            var pieces = new HashMap<String, Integer>();
            tokenizer.path("model").path("vocab").forEachEntry((piece, id) -> pieces.put(piece, id.intValue()));
            return of(pieces);
        } catch (JacksonException e) {
            throw new IOException("the tokenizer is no JSON", e);
        }
    }

    /**
     * Reads {@code vocab.txt}: one piece a line, the line's number is its id, from 0. Closes the stream.
     *
     * @throws IOException where it cannot be read or is empty
     */
    public static Vocabulary readLines(InputStream vocabulary) throws IOException {
        try (vocabulary) {
            var pieces = new HashMap<String, Integer>();
            var lines = new String(vocabulary.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int id = 0; id < lines.size(); id++) {
                pieces.put(lines.get(id), id);
            }
            return of(pieces);
        }
    }

    /** The vocabulary of {@code bert-base-uncased}, which MiniLM and the shipped classifier share. */
    public static Vocabulary bertUncased() throws IOException {
        var stream = Vocabulary.class.getResourceAsStream(BERT_UNCASED);
        if (stream == null) {
            throw new IOException("class path lacks " + BERT_UNCASED);
        }
        return read(stream);
    }

    private static Vocabulary of(Map<String, Integer> pieces) throws IOException {
        if (pieces.isEmpty()) {
            throw new IOException("the vocabulary has no pieces");
        }
        return new Vocabulary(pieces);
    }

    private Vocabulary(Map<String, Integer> pieces) {
        int max = 0;
        for (var piece : pieces.entrySet()) {
            var text = piece.getKey();
            boolean continues = text.startsWith(INSIDE_WORD) && text.length() > INSIDE_WORD.length();
            var bare = continues ? text.substring(INSIDE_WORD.length()) : text;
            (continues ? inner : first).put(bare, piece.getValue());
            max = Math.max(max, bare.length());
        }
        longest = max;
        size = pieces.size();
        highest = Collections.max(pieces.values());
    }

    /**
     * Id of a special token such as {@code [CLS]}.
     *
     * @throws IllegalArgumentException where there is none
     */
    public int special(String name) {
        var id = first.get(name);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + name);
        }
        return id;
    }

    /** Id of the piece, or -1. */
    int find(String piece, boolean insideWord) {
        var id = (insideWord ? inner : first).get(piece);
        return id == null ? -1 : id;
    }

    /** Length of the longest piece, in UTF-16 code units. */
    int longest() {
        return longest;
    }

    /** The highest id of a piece. */
    public int highest() {
        return highest;
    }

    /** How many pieces there are; ids are 0 to one less. */
    public int size() {
        return size;
    }
}
