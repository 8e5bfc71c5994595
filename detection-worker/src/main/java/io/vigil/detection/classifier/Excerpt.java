package io.vigil.detection.classifier;

import io.vigil.encoder.Tokens;
import io.vigil.encoder.Window;

/**
 * A window of a text, read by the n-grams.
 *
 * @param text where it was cut from
 * @param tokens word pieces of that text
 * @param window which of them
 * @param ngramLogit log-odds of an attack by its n-grams; 0 without n-grams
 */
record Excerpt(String text, Tokens tokens, Window window, double ngramLogit) {
    /** Where in the text it begins, in UTF-16 code units. */
    int start() {
        return tokens.start(window.from());
    }

    /** Where in the text it ends, exclusive. */
    int end() {
        return tokens.end(window.to() - 1);
    }

    /** Whether it is all of the text. */
    boolean isWhole() {
        return window.length() == tokens.size();
    }

    /** What it says. */
    String words() {
        return text.substring(start(), end());
    }
}
