package io.vigil.detection.heuristics.pattern;

/** What a word is: letters and digits; an apostrophe between them belongs to it. */
final class Words {

    private Words() {}

    /** Whether a character of a folded text belongs to a word. */
    static boolean part(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0x80 && Character.isLetter(c));
    }

    /** Whether a word starts at an index. */
    static boolean startsAt(String text, int index) {
        if (!part(text.charAt(index))) {
            return false;
        }
        if (index == 0) {
            return true;
        }
        char before = text.charAt(index - 1);
        return !part(before) && !(before == '\'' && index > 1 && part(text.charAt(index - 2)));
    }

    /** Number of words in a text; at least 1, so that a lone sign fills a slot. */
    static int count(String text) {
        int words = 0;
        for (int i = 0; i < text.length(); i++) {
            words += startsAt(text, i) ? 1 : 0;
        }
        return Math.max(1, words);
    }
}
