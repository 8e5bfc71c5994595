package io.vigil.detection.canonical.encoding;

/**
 * Letters in Morse code with a space between them and a stroke or several spaces between words.
 *
 * <p>Source: Recommendation ITU-R M.1677-1. Rows of dots and dashes that draw a line are told apart by what they would
 * say: few different letters, or hardly any vowel.
 */
final class Morse {

    private static final int FEWEST_LETTERS = 8;
    private static final int FEWEST_DIFFERENT = 5;
    private static final String DOTS = ".\u00b7\u2022\u2219";
    private static final String DASHES = "-\u2013\u2014\u2212";

    /** Letters by code: a dot is 0, a dash 1, with a leading 1. */
    private static final char[] LETTERS = new char[64];

    static {
        String codes =
                "a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- "
                        + "u..- v...- w.-- x-..- y-.-- z--.. 1.---- 2..--- 3...-- 4....- 5..... 6-.... 7--... 8---.. 9----. 0-----";
        int at = 0;
        while (at < codes.length()) {
            int code = 1;
            int i = at + 1;
            while (i < codes.length() && codes.charAt(i) != ' ') {
                code = code << 1 | (codes.charAt(i) == '-' ? 1 : 0);
                i++;
            }
            LETTERS[code] = codes.charAt(at);
            at = i + 1;
        }
    }

    private Morse() {}

    /** Whether a letter in Morse code could start here. */
    static boolean starts(String text, int index) {
        return mark(text.charAt(index)) && (index == 0 || text.charAt(index - 1) <= ' ');
    }

    /** Reads the letters that start at an index; what says nothing is stepped over. */
    static Passage at(String text, int start) {
        var says = new StringBuilder();
        int letters = 0;
        int end = start;
        int i = start;
        while (i < text.length() && mark(text.charAt(i))) {
            int code = 1;
            while (i < text.length() && mark(text.charAt(i))) {
                code = Math.min(LETTERS.length, code << 1 | (DOTS.indexOf(text.charAt(i)) >= 0 ? 0 : 1));
                i++;
            }
            if (code >= LETTERS.length || LETTERS[code] == 0) {
                end = letters == 0 ? i : end;
                break;
            }
            says.append(LETTERS[code]);
            letters++;
            end = i;
            i = afterGap(text, i, says);
        }
        return letters >= FEWEST_LETTERS && spoken(says)
                ? new Passage(says.toString(), end, 0, true)
                : Passage.plain(Math.max(end, start + 1));
    }

    private static int afterGap(String text, int from, StringBuilder says) {
        int i = from;
        boolean stroke = false;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '/' || text.charAt(i) == '|')) {
            stroke |= text.charAt(i) != ' ';
            i++;
        }
        boolean lineBreak = i < text.length() && text.charAt(i) == '\n';
        if (stroke || lineBreak || i - from > 1) {
            says.append(' ');
        }
        return lineBreak ? i + 1 : i;
    }

    private static boolean spoken(CharSequence says) {
        int vowels = 0;
        int letters = 0;
        long seen = 0;
        for (int i = 0; i < says.length(); i++) {
            char c = says.charAt(i);
            letters += c == ' ' ? 0 : 1;
            vowels += "aeiou".indexOf(c) >= 0 ? 1 : 0;
            seen |= c >= 'a' && c <= 'z' ? 1L << (c - 'a') : 0;
        }
        return Long.bitCount(seen) >= FEWEST_DIFFERENT && vowels * 6 >= letters && vowels * 4 <= letters * 3;
    }

    private static boolean mark(char c) {
        return DOTS.indexOf(c) >= 0 || DASHES.indexOf(c) >= 0;
    }
}
