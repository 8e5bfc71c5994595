package io.vigil.patternlibrary;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question about attack patterns; which parts it needs depends on what is asked.
 *
 * @param family name of a family, e.g. {@code prompt-leak}
 * @param document a family as it is written down
 * @param text a text to look at
 * @param texts texts to look at; with {@code text} at most {@value #MAX_TEXTS}, together at most {@value #MAX_CHARACTERS}
 *     characters
 */
public record PatternQuestion(
        @Nullable String family,
        @Nullable JsonNode document,
        @Nullable String text,
        @Nullable List<String> texts) {

    private static final int MAX_TEXTS = 100;
    private static final int MAX_CHARACTERS = 200_000;

    public PatternQuestion {
        texts = texts == null ? null : List.copyOf(texts);
        long characters = text == null ? 0 : text.length();
        if (texts != null) {
            characters += texts.stream().mapToLong(String::length).sum();
            if (texts.size() + (text == null ? 0 : 1) > MAX_TEXTS) {
                throw new IllegalArgumentException("texts must be at most " + MAX_TEXTS);
            }
        }
        if (characters > MAX_CHARACTERS) {
            throw new IllegalArgumentException("texts must have at most " + MAX_CHARACTERS + " characters together");
        }
    }

    /** A question about a family. */
    public static PatternQuestion of(String family) {
        return new PatternQuestion(family, null, null, null);
    }

    /** All texts in order; empty where none is given. */
    public List<String> all() {
        if (text == null) {
            return texts == null ? List.of() : texts;
        }
        var all = new ArrayList<String>();
        all.add(text);
        all.addAll(texts == null ? List.of() : texts);
        return all;
    }

    /** Says nothing of the texts. */
    @Override
    public String toString() {
        return "PatternQuestion[" + family + "]";
    }
}
