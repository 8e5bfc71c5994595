package io.vigil.pii.recogniser;

/** What touches a match. */
final class Neighbours {

    private Neighbours() {}

    /** Whether a match was cut out of a longer number. */
    static boolean cut(String text, int start, int end) {
        boolean before = isDigit(text, start - 1) && isDigit(text, start);
        return before || isDigit(text, end);
    }

    /**
     * Whether a match may be part of something longer: a letter touches it, or a number goes on behind a separator. A
     * space only counts where the match has spaces itself and begins with a digit: a plus sign or a country says where a
     * number begins.
     */
    static boolean joined(String text, int start, int end) {
        if (isWordPart(text, end) || (isWordPart(text, start - 1) && isWordPart(text, start))) {
            return true;
        }
        boolean spaced = isDigit(text, start)
                && isDigit(text, end - 1)
                && text.substring(start, end).indexOf(' ') > 0;
        boolean goesOn = isDigit(text, end - 1) && isSeparator(text, end, spaced) && isDigit(text, end + 1);
        boolean cameFrom = isDigit(text, start) && isSeparator(text, start - 1, spaced) && isDigit(text, start - 2);
        return goesOn || cameFrom;
    }

    private static boolean isSeparator(String text, int index, boolean spaced) {
        char c = index >= 0 && index < text.length() ? text.charAt(index) : '\n';
        return c == '-' || c == '.' || (spaced && c == ' ');
    }

    private static boolean isWordPart(String text, int index) {
        return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
    }

    private static boolean isDigit(String text, int index) {
        return index >= 0 && index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }
}
