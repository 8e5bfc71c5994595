package io.vigil.detection.canonical.unicode;

import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import java.util.Optional;

/** Carries out backspaces and deletions: what is left is what a terminal shows. Thread-safe. */
public final class Erasing {

    private static final char BACKSPACE = 0x08;
    private static final char DELETE = 0x7F;

    /** The text with its erasures carried out, where it holds any; linear in its length. */
    public Optional<MappedText> apply(MappedText source) {
        String text = source.text();
        if (text.indexOf(BACKSPACE) < 0 && text.indexOf(DELETE) < 0) {
            return Optional.empty();
        }
        var result = new Rewriting(source);
        for (int i = 0; i < text.length(); i++) {
            if (!Invisibles.erases(text.charAt(i))) {
                result.copy(i);
            } else {
                erase(result);
            }
        }
        return Optional.of(result.finish());
    }

    /** A character outside the basic plane is two units and goes as one. */
    private static void erase(Rewriting result) {
        boolean pair = Character.isLowSurrogate(result.last());
        result.erase();
        if (pair && Character.isHighSurrogate(result.last())) {
            result.erase();
        }
    }
}
