package io.vigil.encoder;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The word pieces that a model knows, and how a text is normalised before it is cut into them. Immutable, thread-safe. */
public final class Vocabulary {
    private static final String INSIDE_WORD = "##";

    private final Map<String, Integer> first = HashMap.newHashMap(25_000);
    private final Map<String, Integer> inner = HashMap.newHashMap(6_000);
    private final int longest;
    private final int size;
    private final int highest;
    private final Normalization normalization;

    /**
     * Reads the {@code tokenizer.json} format of Hugging Face, and closes the stream.
     *
     * @throws IOException where it is not that format, or the pieces are not those of a BERT
     */
    public static Vocabulary read(InputStream tokenizerJson) throws IOException {
        try (tokenizerJson) {
            var tokenizer = Json.mapper().readTree(tokenizerJson);
            var type = tokenizer.path("model").path("type").asString("WordPiece");
            if (!type.equals("WordPiece")) {
                throw new IOException("the tokenizer is of type " + type + ", not WordPiece as BERT's");
            }
            var pieces = new HashMap<String, Integer>();
            tokenizer.path("model").path("vocab").forEachEntry((piece, id) -> pieces.put(piece, id.intValue()));
            return of(pieces, normalization(tokenizer.path("normalizer")));
        } catch (JacksonException e) {
            throw new IOException("the tokenizer is no JSON", e);
        }
    }

    /**
     * Reads {@code vocab.txt}: one piece a line, the line's number is its id, from 0. A piece with a capital letter says that
     * the model reads capitals. Closes the stream.
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
            return of(pieces, hasCapitals(pieces.keySet()) ? Normalization.CASED : Normalization.UNCASED);
        }
    }

    /** Accents go with capitals where nothing else is said. */
    private static Normalization normalization(JsonNode normalizer) {
        boolean lowerCase = normalizer.path("lowercase").asBoolean(true);
        return new Normalization(lowerCase, normalizer.path("strip_accents").asBoolean(lowerCase));
    }

    private static boolean hasCapitals(Collection<String> pieces) {
        return pieces.stream()
                .filter(piece -> !piece.startsWith("["))
                .anyMatch(piece -> piece.codePoints().anyMatch(Character::isUpperCase));
    }

    private static Vocabulary of(Map<String, Integer> pieces, Normalization normalization) throws IOException {
        if (pieces.isEmpty()) {
            throw new IOException("the vocabulary has no pieces");
        }
        return new Vocabulary(pieces, normalization);
    }

    private Vocabulary(Map<String, Integer> pieces, Normalization normalization) {
        this.normalization = normalization;
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

    /** How a text is normalised before its words are looked up. */
    Normalization normalization() {
        return normalization;
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
