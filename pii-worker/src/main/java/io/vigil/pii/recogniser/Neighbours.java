package io.vigil.pii.recogniser;

/** What touches a part of a text. */
final class Neighbours {

    private Neighbours() {}

    /** Whether a part was cut out of a longer number or word, or of a number that goes on in groups with hyphens. */
    static boolean cut(String text, int start, int end) {
        if (sameRun(text, start - 1) || sameRun(text, end - 1)) {
            return true;
        }
        boolean before = isDigit(text, start) && isHyphen(text, start - 1) && isDigit(text, start - 2);
        boolean behind = isDigit(text, end - 1) && isHyphen(text, end) && isDigit(text, end + 1);
        return (before || behind) && text.indexOf('-', start, end) >= 0;
    }

    /**
     * Whether a part may belong to something longer: a letter touches it, or a number goes on behind a separator. A
     * space only counts where the part has spaces itself and begins with a digit: a plus sign or a country says where a
     * number begins.
     */
    static boolean joined(String text, int start, int end) {
        if (isWordPart(text, end) && isWordPart(text, end - 1)) {
            return true;
        }
        if (isWordPart(text, start - 1) && isWordPart(text, start)) {
            return true;
        }
        boolean goesOn = isDigit(text, end - 1) && isDigit(text, end + 1);
        boolean cameFrom = isDigit(text, start) && isDigit(text, start - 2);
        if (!goesOn && !cameFrom) {
            return false;
        }
        boolean spaced = isDigit(text, start) && isDigit(text, end - 1) && text.indexOf(' ', start, end) >= 0;
        return (goesOn && isSeparator(text, end, spaced)) || (cameFrom && isSeparator(text, start - 1, spaced));
    }

    /** Whether a character and the next are both digits or both letters. */
    private static boolean sameRun(String text, int index) {
        if (index < 0 || index + 1 >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        char next = text.charAt(index + 1);
        return isDigit(c) ? isDigit(next) : Character.isLetter(c) && Character.isLetter(next);
    }

    private static boolean isSeparator(String text, int index, boolean spaced) {
        char c = text.charAt(index);
        return c == '-' || c == '.' || (spaced && c == ' ');
    }

    private static boolean isHyphen(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) == '-';
    }

    private static boolean isWordPart(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private static boolean isDigit(String text, int index) {
        return index >= 0 && index < text.length() && isDigit(text.charAt(index));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
