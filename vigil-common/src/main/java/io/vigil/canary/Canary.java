package io.vigil.canary;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/**
 * A mark to write into a system prompt. A model's output that contains it has leaked the prompt: nobody else can know it. A canary
 * proves itself by a checksum, so that no process has to remember which ones were issued, and no other text is taken for one.
 *
 * @param token {@value #PREFIX}, 32 random hexadecimal digits and 8 of their CRC-32, in small letters
 */
public record Canary(String token) {

    /** How every canary begins. */
    public static final String PREFIX = "vgc-";

    /** Length of a canary. */
    public static final int LENGTH = 44;

    private static final int RANDOM_BYTES = 16;
    private static final int CHECK_DIGITS = 8;
    private static final HexFormat HEX = HexFormat.of();

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException not a canary
     */
    public Canary {
        if (token.length() != LENGTH || !isAt(token, 0)) {
            throw new IllegalArgumentException("not a canary");
        }
    }

    /**
     * A new one.
     *
     * @param random not guessable, e.g. {@link java.security.SecureRandom}
     */
    public static Canary issue(RandomGenerator random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String digits = HEX.formatHex(bytes);
        return new Canary(PREFIX + digits + check(digits));
    }

    /** Where the first canary of a text begins, in any mix of capital and small letters. Linear in the length of the text. */
    public static OptionalInt indexIn(CharSequence text) {
        for (int start = 0; start + LENGTH <= text.length(); start++) {
            if (isAt(text, start)) {
                return OptionalInt.of(start);
            }
        }
        return OptionalInt.empty();
    }

    private static boolean isAt(CharSequence text, int start) {
        for (int i = 0; i < PREFIX.length(); i++) {
            if (small(text.charAt(start + i)) != PREFIX.charAt(i)) {
                return false;
            }
        }
        var digits = new StringBuilder(LENGTH);
        for (int i = start + PREFIX.length(); i < start + LENGTH; i++) {
            char digit = small(text.charAt(i));
            if (!HexFormat.isHexDigit(digit)) {
                return false;
            }
            digits.append(digit);
        }
        int split = digits.length() - CHECK_DIGITS;
        return check(digits.substring(0, split)).contentEquals(digits.subSequence(split, digits.length()));
    }

    private static char small(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + ('a' - 'A')) : letter;
    }

    private static String check(String digits) {
        var crc = new CRC32();
        crc.update(digits.getBytes(US_ASCII));
        return HEX.toHexDigits((int) crc.getValue());
    }
}
