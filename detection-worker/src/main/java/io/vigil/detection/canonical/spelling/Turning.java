package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Rewriting;
import io.vigil.detection.canonical.text.Traces;
import java.util.List;
import java.util.Optional;

/**
 * Reads a text rotated by 13 places of the alphabet, or backwards. Either is done only where a word of attacks shows in
 * its turned form, so that plain texts pay for a few searches and nothing else.
 */
public final class Turning {

    /** ignore, instruct, prompt, system, disregard, instrukcj. */
    private static final List<String> ROTATED =
            List.of("vtaber", "vafgehpg", "cebzcg", "flfgrz", "qvfertneq", "vafgehxpw");

    private static final List<String> BACKWARDS =
            List.of("erongi", "tcurtsni", "tpmorp", "metsys", "dragersid", "jckurtsni");

    /** The rotated text, where there is reason to rotate. */
    public Optional<MappedText> rotated(MappedText folded, Traces traces) {
        if (!shows(folded.text(), ROTATED, traces)) {
            return Optional.empty();
        }
        char[] text = folded.text().toCharArray();
        for (int i = 0; i < text.length; i++) {
            if (text[i] >= 'a' && text[i] <= 'z') {
                text[i] = (char) ('a' + (text[i] - 'a' + 13) % 26);
            }
        }
        return Optional.of(folded.withText(new String(text)));
    }

    /** The text from end to start, where there is reason to turn it. */
    public Optional<MappedText> backwards(MappedText folded, Traces traces) {
        if (!shows(folded.text(), BACKWARDS, traces)) {
            return Optional.empty();
        }
        var result = new Rewriting(folded);
        for (int i = folded.length() - 1; i >= 0; i--) {
            result.copy(i);
        }
        return Optional.of(result.finish());
    }

    private static boolean shows(String text, List<String> words, Traces traces) {
        for (String word : words) {
            if (text.contains(word)) {
                traces.add(Disguise.TURNED_WORD, 1);
                return true;
            }
        }
        return false;
    }
}
