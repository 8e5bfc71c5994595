package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Traces;

/**
 * Reads digits and signs inside words as the letters they look like. Numbers, and words that merely end in one, stay.
 */
public final class Unleeting {

    private static final String SIGNS = "0134578@$!|";
    private static final String LETTERS = "oieastbasii";
    private static final int LONGEST_WORD = 20;

    /** Reads the words; the result has the same length. */
    public MappedText apply(MappedText source, Traces traces) {
        char[] text = source.text().toCharArray();
        int words = 0;
        int i = 0;
        while (i < text.length) {
            int end = i;
            while (end < text.length && inWord(text[end])) {
                end++;
            }
            if (end > i && leet(text, i, end)) {
                words++;
                read(text, i, end);
            }
            i = Math.max(end, i + 1);
        }
        traces.add(Disguise.LEET_WORD, words);
        return words == 0 ? source : source.withText(new String(text));
    }

    /** The letter that a sign stands for, or 0. */
    static char letter(char c) {
        int index = SIGNS.indexOf(c);
        return index < 0 ? 0 : LETTERS.charAt(index);
    }

    private static boolean inWord(char c) {
        return letter(c) != 0 || Character.isLetterOrDigit(c);
    }

    /** A sign between letters, or before at least three; {@code 10km} and {@code 3rd} are none. */
    private static boolean leet(char[] text, int start, int end) {
        int letters = 0;
        int signs = 0;
        int digits = 0;
        boolean inside = false;
        boolean leading = false;
        for (int i = start; i < end; i++) {
            boolean letter = Character.isLetter(text[i]);
            letters += letter ? 1 : 0;
            signs += !letter && letter(text[i]) != 0 ? 1 : 0;
            digits += !letter && letter(text[i]) == 0 ? 1 : 0;
            leading |= letter && i == start + 1 && letter(text[start]) != 0;
            inside |= letter && i > start + 1 && letter(text[i - 1]) != 0 && Character.isLetter(text[i - 2]);
        }
        return (inside || (leading && letters >= 3))
                && letters >= 2
                && digits == 0
                && signs <= letters + 2
                && end - start <= LONGEST_WORD;
    }

    private static void read(char[] text, int start, int end) {
        for (int i = start; i < end; i++) {
            boolean doubled =
                    text[i] == '1' && ((i + 1 < end && text[i + 1] == '1') || (i > start && text[i - 1] == 'l'));
            char letter = doubled ? 'l' : letter(text[i]);
            if (letter != 0) {
                text[i] = letter;
            }
        }
    }
}
