package io.vigil.pii.checksum;

/** Arithmetic on the ASCII digits of a value. */
public final class Digits {

    private Digits() {}

    /** The ASCII digits of a text, in order; everything else is left out. */
    public static String of(CharSequence text) {
        var digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    /** Sum of the leading digits, each times its weight. */
    static int weighted(String digits, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += at(digits, i) * weights[i];
        }
        return sum;
    }

    static int at(String digits, int index) {
        return digits.charAt(index) - '0';
    }

    /** The number that two digits make. */
    static int pair(String digits, int index) {
        return at(digits, index) * 10 + at(digits, index + 1);
    }

    /** Whether every character is an ASCII digit. */
    static boolean only(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether one digit is repeated from beginning to end: fits many checksums and belongs to nobody. */
    static boolean allEqual(String digits) {
        for (int i = 1; i < digits.length(); i++) {
            if (digits.charAt(i) != digits.charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
