package io.vigil.pii.checksum;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Base58Check, the older way of writing a Bitcoin address. https://en.bitcoin.it/wiki/Base58Check_encoding. */
public final class Base58 {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);
    /** Version, hash of 20 bytes, checksum. */
    private static final int LENGTH = 25;

    private static final int PAYLOAD = 21;

    private Base58() {}

    /** An address of 26 to 35 characters; the last four bytes are the beginning of a double SHA-256. */
    public static Checksum address(String text) {
        BigInteger number = BigInteger.ZERO;
        int zeros = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = ALPHABET.indexOf(text.charAt(i));
            if (digit < 0) {
                return Checksum.INVALID;
            }
            zeros += digit == 0 && zeros == i ? 1 : 0;
            number = number.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        int significant = (number.bitLength() + 7) / 8;
        if (significant + zeros != LENGTH) {
            return Checksum.INVALID;
        }
        var bytes = new byte[LENGTH];
        byte[] magnitude = number.toByteArray();
        System.arraycopy(magnitude, magnitude.length - significant, bytes, zeros, significant);
        byte[] hash = sha256(sha256(Arrays.copyOf(bytes, PAYLOAD)));
        return Checksum.holds(Arrays.equals(hash, 0, 4, bytes, PAYLOAD, LENGTH));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
