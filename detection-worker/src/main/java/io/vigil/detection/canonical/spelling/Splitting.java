package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;

/** Puts a space before each capital inside a word that is run together from several: {@code ignoreAllRules}. */
public final class Splitting {

    /** Splits the words; linear in the length of the text. */
    public MappedText apply(MappedText source) {
        String text = source.text();
        var result = new Rewriting(source);
        boolean split = false;
        for (int i = 0; i < text.length(); i++) {
            if (i > 0 && Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                result.put(' ', i, i + 1);
                split = true;
            }
            result.copy(i);
        }
        return split ? result.finish() : source;
    }
}
