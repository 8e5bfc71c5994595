package io.vigil.detection.canonical.spelling;

import io.vigil.detection.canonical.text.Disguise;
import io.vigil.detection.canonical.text.MappedText;
import io.vigil.detection.canonical.text.Traces;

/**
 * Reads digits and signs inside words as the letters they look like. Numbers, and words that merely end in one, stay;
 * in a text with several such words, any word that mixes letters and signs is read.
 */
public final class Unleeting {

    private static final String SIGNS = "01345789@$!|+6";
    private static final String LETTERS = "oieastbgasiitg";
    private static final int LONGEST_WORD = 24;

    /** From this number of clear words on, or one among several that mix letters and signs, it is done on purpose. */
    private static final int CLEAR = 2;

    private static final int MIXED = 3;
    private static final String OUTSIDE_WORDS = "!|+";

    /** Reads the words, a one as {@code i}; the result has the same length. */
    public MappedText apply(MappedText source, Traces traces) {
        char[] text = source.text().toCharArray();
        var walk = new Walk(text);
        int words = walk.go(false);
        if (words >= CLEAR || (words > 0 && walk.mixed >= MIXED)) {
            words += walk.go(true);
        }
        traces.add(Disguise.LEET_WORD, words);
        return words == 0 ? source : source.withText(new String(text));
    }

    /**
     * The other reading of the ones: each character that was read as {@code i} becomes {@code l}.
     *
     * @param source before the words were read
     * @param read what {@link #apply} made of it, of the same length
     * @return {@code read} itself where no one was read
     */
    public static MappedText withL(MappedText source, MappedText read) {
        char[] text = read.text().toCharArray();
        boolean any = false;
        for (int i = 0; i < text.length; i++) {
            char c = source.text().charAt(i);
            if (text[i] == 'i' && (c == '1' || c == '|')) {
                text[i] = 'l';
                any = true;
            }
        }
        return any ? read.withText(new String(text)) : read;
    }

    /** Walks over the words of one text, which it changes. */
    private static final class Walk {

        private final char[] text;
        private int mixed;

        Walk(char[] text) {
            this.text = text;
        }

        /** Number of words read. */
        int go(boolean onPurpose) {
            int words = 0;
            int i = 0;
            while (i < text.length) {
                int end = i;
                while (end < text.length && (inWord(text[end]) || apostrophe(i, end))) {
                    end++;
                }
                words += word(i, end, onPurpose) ? 1 : 0;
                i = Math.max(end, i + 1);
            }
            return words;
        }

        /** Whether a character is an apostrophe within the word that starts at an index: {@code d0n'7}. */
        private boolean apostrophe(int start, int index) {
            return text[index] == '\''
                    && index > start
                    && index + 1 < text.length
                    && inWord(text[index - 1])
                    && inWord(text[index + 1]);
        }

        /** Whether a word with an at sign goes on like the host of an address. */
        private boolean address(int start, int end) {
            boolean host = end + 1 < text.length && text[end] == '.' && Character.isLetter(text[end + 1]);
            for (int i = start + 1; host && i < end - 1; i++) {
                if (text[i] == '@') {
                    return true;
                }
            }
            return false;
        }

        private boolean word(int start, int end, boolean onPurpose) {
            int first = start;
            int last = end;
            while (first < last && OUTSIDE_WORDS.indexOf(text[first]) >= 0) {
                first++;
            }
            while (last > first && OUTSIDE_WORDS.indexOf(text[last - 1]) >= 0) {
                last--;
            }
            if (first == last || address(first, last)) {
                return false;
            }
            Shape shape = Shape.of(text, first, last);
            mixed += shape.letters > 0 && shape.leet(true) ? 1 : 0;
            boolean leet = shape.leet(onPurpose);
            if (leet) {
                read(text, first, last);
            }
            return leet;
        }
    }

    /** The letter that a sign stands for, or 0. */
    static char letter(char c) {
        int index = SIGNS.indexOf(c);
        return index < 0 ? 0 : LETTERS.charAt(index);
    }

    private static boolean inWord(char c) {
        return letter(c) != 0 || Character.isLetterOrDigit(c);
    }

    private static void read(char[] text, int start, int end) {
        boolean one = false;
        for (int i = start; i < end; i++) {
            boolean doubled = text[i] == '1' && (one || (i + 1 < end && text[i + 1] == '1'));
            one = text[i] == '1';
            char letter = doubled ? 'l' : letter(text[i]);
            if (letter != 0) {
                text[i] = letter;
            }
        }
    }

    /**
     * What a word is made of.
     *
     * @param length number of characters
     * @param letters number of letters
     * @param signs number of characters that stand for letters
     * @param digits number of digits that stand for none
     * @param leading whether a sign is followed by a letter at the start
     * @param inside whether a few signs stand between two letters
     */
    private record Shape(int length, int letters, int signs, int digits, boolean leading, boolean inside) {

        private static final int MOST_BETWEEN = 3;

        /** Longer rows of digits are numbers even where words are written with digits. */
        private static final int SHORT_WORD = 4;

        static Shape of(char[] text, int start, int end) {
            int letters = 0;
            int signs = 0;
            int digits = 0;
            boolean inside = false;
            int between = 0;
            for (int i = start; i < end; i++) {
                if (text[i] == '\'') {
                    continue;
                }
                boolean letter = Character.isLetter(text[i]);
                boolean sign = !letter && Unleeting.letter(text[i]) != 0;
                letters += letter ? 1 : 0;
                signs += sign ? 1 : 0;
                digits += letter || sign ? 0 : 1;
                inside |= letter && between > 0 && between <= MOST_BETWEEN && letters > 1;
                between = sign ? between + 1 : 0;
            }
            boolean leading =
                    end - start > 1 && Unleeting.letter(text[start]) != 0 && Character.isLetter(text[start + 1]);
            return new Shape(end - start, letters, signs, digits, leading, inside);
        }

        /** {@code 10km} and {@code 3rd} are none unless the writer does it on purpose. */
        boolean leet(boolean onPurpose) {
            if (digits > 0 || signs == 0 || length > LONGEST_WORD) {
                return false;
            }
            return onPurpose
                    ? letters >= 1 || (length > 1 && length <= SHORT_WORD)
                    : letters >= 2 && signs <= letters + 3 && (inside || (leading && letters >= 3));
        }
    }
}
