package io.vigil.pii.checksum;

import java.util.Locale;

/** Bech32 and Bech32m, the newer ways of writing a Bitcoin address: BIP 173, BIP 350. */
public final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int BECH32 = 1;
    private static final int BECH32M = 0x2bc830a3;
    private static final int CHECKSUM = 6;

    private Bech32() {}

    /** An address with its prefix, the separator {@code 1}, the version of the witness, and a checksum of six characters. */
    public static Checksum address(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        int separator = small.lastIndexOf('1');
        boolean mixed = !text.equals(small) && !text.equals(text.toUpperCase(Locale.ROOT));
        if (mixed || separator < 1 || small.length() - separator - 1 <= CHECKSUM) {
            return Checksum.INVALID;
        }
        int sum = 1;
        for (int i = 0; i < separator; i++) {
            sum = step(sum, small.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < separator; i++) {
            sum = step(sum, small.charAt(i) & 31);
        }
        for (int i = separator + 1; i < small.length(); i++) {
            int value = ALPHABET.indexOf(small.charAt(i));
            if (value < 0) {
                return Checksum.INVALID;
            }
            sum = step(sum, value);
        }
        boolean first = small.charAt(separator + 1) == ALPHABET.charAt(0);
        return Checksum.holds(sum == (first ? BECH32 : BECH32M));
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = ((sum & 0x1ffffff) << 5) ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            next ^= ((top >> i) & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
