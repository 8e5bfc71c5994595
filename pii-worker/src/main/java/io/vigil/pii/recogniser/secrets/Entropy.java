package io.vigil.pii.recogniser.secrets;

/** How random a text looks. */
final class Entropy {

    private static final int ASCII = 128;

    /** From this length on, one group of digits among letters of both cases is enough. */
    private static final int LONG = 36;

    private Entropy() {}

    /** Whether digits and letters alternate more than they do in names of files and of classes. */
    static boolean isMixed(String text, int start, int end) {
        boolean small = false;
        boolean capital = false;
        int groups = 0;
        boolean digitBefore = false;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            small |= c >= 'a' && c <= 'z';
            capital |= c >= 'A' && c <= 'Z';
            groups += digit && !digitBefore ? 1 : 0;
            digitBefore = digit;
        }
        int wanted = !small || !capital ? 3 : end - start >= LONG ? 1 : 2;
        return groups >= wanted && (small || capital);
    }

    /** Shannon's entropy of the ASCII characters in a part of a text, in bits per character; 0 for an empty part. */
    static double of(String text, int start, int end) {
        var counts = new int[ASCII];
        for (int i = start; i < end; i++) {
            counts[text.charAt(i) % ASCII]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / (end - start);
                bits -= share * Math.log(share) / Math.log(2);
            }
        }
        return bits;
    }
}
