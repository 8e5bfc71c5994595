package io.vigil.pii.tagger;

import io.vigil.encoder.Tokens;
import io.vigil.message.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts names together out of what the model says about each piece: a word is what its first piece is. Used by one thread. */
final class TagReading {

    private final String text;
    private final Tokens tokens;
    private final List<Tagged> names = new ArrayList<>();
    private @Nullable String entity;
    private int start;
    private int end;
    private int words;
    private double scores;

    private TagReading(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * The names in a text, in order.
     *
     * @param tags of each token
     * @param scores probability of each of these tags
     */
    static List<Tagged> read(String text, Tokens tokens, Tag[] tags, double[] scores) {
        var reading = new TagReading(text, tokens);
        for (int token = 0; token < tokens.size(); token++) {
            if (token > 0 && reading.continuesWord(token)) {
                reading.extend(token);
            } else {
                reading.take(token, tags[token], scores[token]);
            }
        }
        reading.finish();
        return reading.names;
    }

    private void take(int token, Tag tag, double score) {
        boolean goesOn = entity != null && entity.equals(tag.entity()) && !tag.begins();
        if (!goesOn) {
            finish();
            entity = tag.entity();
            start = tokens.start(token);
        }
        end = tokens.end(token);
        words++;
        scores += score;
    }

    private void extend(int token) {
        end = tokens.end(token);
    }

    private void finish() {
        if (entity != null) {
            names.add(new Tagged(entity, new Span(start, end), Math.min(1, scores / words)));
        }
        entity = null;
        words = 0;
        scores = 0;
    }

    /** Whether a token is of the same word as the one before it: letters or digits without anything between. */
    private boolean continuesWord(int token) {
        int at = tokens.start(token);
        return at == tokens.end(token - 1)
                && Character.isLetterOrDigit(text.codePointAt(at))
                && Character.isLetterOrDigit(text.codePointBefore(at));
    }
}
