package io.vigil.api.stream;

/**
 * What of a text has gone out, and what more may. Only what a check found harmless goes out, and only what lies before
 * the window, so that something that begins late in the text is seen whole before its beginning is shown. For one stream.
 */
final class Release {

    private final int window;
    private final StringBuilder released = new StringBuilder();

    /**
     * Nothing has gone out.
     *
     * @param window code points held back while the text goes on
     */
    Release(int window) {
        this.window = window;
    }

    /**
     * The next piece of a text that goes on; empty where nothing more may go out.
     *
     * @param harmless the text so far, as its check allows it to be shown
     */
    String beforeWindow(String harmless) {
        return harmless.codePointCount(0, harmless.length()) <= window
                ? ""
                : upTo(harmless, harmless.offsetByCodePoints(harmless.length(), -window));
    }

    /** The rest of a text that has ended. */
    String rest(String harmless) {
        return follows(harmless) ? take(harmless, harmless.length()) : "";
    }

    /** Whether exactly this text has gone out. */
    boolean isAllOf(String harmless) {
        return harmless.contentEquals(released);
    }

    private String upTo(String harmless, int bound) {
        if (!follows(harmless)) {
            return "";
        }
        int end = afterBlank(harmless, bound);
        if (end > released.length()) {
            return take(harmless, end);
        }
        // A word longer than the window: no text without blanks waits for its end.
        return bound - released.length() > window ? take(harmless, bound) : "";
    }

    /** A later check may see what an earlier one could not: then nothing that was shown can be continued. */
    private boolean follows(String harmless) {
        return harmless.length() >= released.length() && harmless.startsWith(released.toString());
    }

    private static int afterBlank(String text, int bound) {
        int end = bound;
        while (end > 0 && !Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private String take(String harmless, int end) {
        String piece = harmless.substring(released.length(), end);
        released.append(piece);
        return piece;
    }
}
