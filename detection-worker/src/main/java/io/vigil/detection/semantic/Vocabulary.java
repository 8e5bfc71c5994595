package io.vigil.detection.semantic;

import io.vigil.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/** The word pieces that the model knows. Immutable, thread-safe. */
final class Vocabulary {
    private static final String INSIDE_WORD = "##";

    private final Map<String, Integer> first = HashMap.newHashMap(25_000);
    private final Map<String, Integer> inner = HashMap.newHashMap(6_000);
    private final int longest;
    private final int size;

    /** Reads the {@code tokenizer.json} format of Hugging Face. */
    static Vocabulary read(InputStream tokenizerJson) throws IOException {
        try (tokenizerJson) {
            var pieces = new HashMap<String, Integer>();
            Json.mapper()
                    .readTree(tokenizerJson)
                    .path("model")
                    .path("vocab")
                    .forEachEntry((piece, id) -> pieces.put(piece, id.intValue()));
            return new Vocabulary(pieces);
        }
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
    }

    /** Id of a special token such as {@code [CLS]}. */
    int special(String name) {
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

    /** How many pieces there are; ids are 0 to one less. */
    int size() {
        return size;
    }
}
