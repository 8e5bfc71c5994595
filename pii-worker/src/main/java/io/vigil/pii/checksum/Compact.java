package io.vigil.pii.checksum;

/** The letters and digits of a value. */
public final class Compact {

    private Compact() {}

    /** The ASCII letters, in capitals, and the ASCII digits of a text, in order; everything else is left out. */
    public static String of(CharSequence text) {
        var compact = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                compact.append((char) (c - 'a' + 'A'));
            } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
                compact.append(c);
            }
        }
        return compact.toString();
    }
}
