package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;

/** Puts a space before each capital inside a word that is run together from several: {@code ignoreAllRules}. */
public final class Splitting {

    /** Splits the words; linear in the length of the text. */
    public MappedText apply(MappedText source) {
        String text = source.text();
        var result = new Rewriting(source);
        int copied = 0;
        for (int i = 1; i < text.length(); i++) {
            if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                result.copy(copied, i);
                result.put(' ', i, i + 1);
                copied = i;
            }
        }
        result.copy(copied, text.length());
        return copied > 0 ? result.finish() : source;
    }
}
