package io.vigil.pii.recogniser.secrets;

/** How random a text looks. */
final class Entropy {

    private static final int ASCII = 128;

    private Entropy() {}

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
