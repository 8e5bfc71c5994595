package io.vigil.pii.shadow;

/**
 * A stretch of a text that is worth searching. Windows of one anchor never overlap, so searching them all takes no
 * longer than searching the text.
 *
 * @param start where it begins in the shadow text
 * @param text its characters
 * @param digits how many ASCII digits it has
 */
public record Window(int start, String text, int digits) {

    Window(int start, String text) {
        this(start, text, (int) text.chars().filter(c -> c >= '0' && c <= '9').count());
    }

    /** Says where it is, never what it says. */
    @Override
    public String toString() {
        return "Window[" + start + ".." + (start + text.length()) + "]";
    }
}
