package io.vigil.message;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requests about personal data have in common. Messages name the field and the rule, never the value. */
final class PiiInput {

    private static final int MOST_ENTITIES = 200;
    private static final int LONGEST_NAME = 40;

    private PiiInput() {}

    static String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("text must not be empty or blank");
        }
        return piece(text);
    }

    /** A part of a text; may be blank. */
    static String piece(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("text is required");
        }
        if (text.length() > Submission.MAX_TEXT && text.codePointCount(0, text.length()) > Submission.MAX_TEXT) {
            throw new IllegalArgumentException(
                    "text must have at most " + Submission.MAX_TEXT + " characters, counted as Unicode code points");
        }
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            throw new IllegalArgumentException("text must be valid Unicode: it holds half of a surrogate pair");
        }
        return text;
    }

    static @Nullable Set<String> entities(@Nullable Set<String> entities) {
        if (entities == null) {
            return null;
        }
        if (entities.size() > MOST_ENTITIES) {
            throw new IllegalArgumentException("entities must have at most " + MOST_ENTITIES + " entries");
        }
        for (String entity : entities) {
            if (entity == null || entity.isEmpty() || entity.length() > LONGEST_NAME) {
                throw new IllegalArgumentException("entities must name entity types of 1 to 40 characters");
            }
        }
        return Set.copyOf(entities);
    }

    static void score(@Nullable Double threshold) {
        if (threshold != null) {
            Range.unit(threshold, "score_threshold");
        }
    }
}
