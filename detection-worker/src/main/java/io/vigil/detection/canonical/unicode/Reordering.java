package io.vigil.detection.canonical.unicode;

import com.ibm.icu.text.Bidi;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import java.util.Optional;

/**
 * Puts characters in the order in which a screen shows them. Needed only where a control overrides the direction of
 * letters; marks and isolates of Arabic and Hebrew texts leave the order of Latin letters alone.
 *
 * <p>Source: UAX #9 as ICU carries it. Linear in the length of the text. Thread-safe.
 */
public final class Reordering {

    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

    /** The text in visual order, where it holds an override. */
    public Optional<MappedText> apply(MappedText source) {
        String text = source.text();
        if (text.indexOf(LEFT_TO_RIGHT_OVERRIDE) < 0 && text.indexOf(RIGHT_TO_LEFT_OVERRIDE) < 0) {
            return Optional.empty();
        }
        var bidi = new Bidi();
        bidi.setPara(oneParagraph(text), Bidi.LTR, null);
        var result = new Rewriting(source);
        for (int logical : bidi.getVisualMap()) {
            if (logical >= 0) {
                result.copy(logical);
            }
        }
        return Optional.of(result.finish());
    }

    /** A line break would end an override on the screen, but not for a model that is asked to read backwards. */
    private static String oneParagraph(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            if (Character.getDirectionality(characters[i]) == Character.DIRECTIONALITY_PARAGRAPH_SEPARATOR) {
                characters[i] = ' ';
            }
        }
        return new String(characters);
    }
}
