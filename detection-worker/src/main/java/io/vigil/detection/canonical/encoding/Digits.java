package io.vigil.detection.canonical.encoding;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Digits of base 16, 32 or 64 (RFC 4648). A glance at the first bytes refuses what cannot be text, so that long runs
 * which say nothing cost little.
 */
final class Digits {

    /** Digits decoded for the glance; a multiple of 2, 4 and 8. */
    private static final int GLANCE = 32;

    private Digits() {}

    /** The language that the digits stand for, or null where they stand for none. */
    static @Nullable String read(String run) {
        String says = hexadecimal(run);
        if (says == null) {
            says = base32(run);
        }
        return says == null ? base64(run) : says;
    }

    private static @Nullable String hexadecimal(String run) {
        int start = run.startsWith("0x") ? 2 : 0;
        int usable = run.length() - (run.length() - start) % 2;
        int glance = Math.min(start + GLANCE, usable);
        boolean possible = hex(run, start, glance)
                && Language.possible(HexFormat.of().parseHex(run, start, glance))
                && hex(run, glance, run.length());
        return possible ? Language.of(HexFormat.of().parseHex(run, start, usable)) : null;
    }

    private static boolean hex(String run, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!HexFormat.isHexDigit(run.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String base32(String run) {
        int glance = Math.min(GLANCE, run.length());
        boolean possible = base32(run, 0, glance)
                && Language.possible(bytesOfBase32(run, glance))
                && base32(run, glance, run.length());
        return possible ? Language.of(bytesOfBase32(run, run.length())) : null;
    }

    private static boolean base32(String run, int from, int to) {
        for (int i = from; i < to; i++) {
            if (valueOfBase32(run.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** 0 to 31 for a digit in either case, or -1. */
    private static int valueOfBase32(char c) {
        char lower = (char) (c | 0x20);
        if (lower >= 'a' && lower <= 'z' && c < 0x80) {
            return lower - 'a';
        }
        return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
    }

    private static byte[] bytesOfBase32(String digits, int length) {
        byte[] bytes = new byte[length * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int written = 0;
        for (int i = 0; i < length; i++) {
            buffer = buffer << 5 | valueOfBase32(digits.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[written++] = (byte) (buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes;
    }

    /** A run may start with characters that do not belong to it, so all four alignments are tried. */
    private static @Nullable String base64(String run) {
        for (int skip = 0; skip < 4 && skip < run.length(); skip++) {
            byte[] first = bytesOfBase64(run, skip, Math.min(run.length(), skip + GLANCE));
            String says = Language.possible(first) ? Language.of(bytesOfBase64(run, skip, run.length())) : null;
            if (says != null) {
                return skip == 0 ? says : run.substring(0, skip) + says;
            }
        }
        return null;
    }

    /** A last digit that carries less than a byte is left out; the decoder adds the padding that is missing. */
    private static byte[] bytesOfBase64(String digits, int from, int to) {
        int usable = (to - from) % 4 == 1 ? to - 1 : to;
        String plain = digits.substring(from, usable).replace('-', '+').replace('_', '/');
        return Base64.getDecoder().decode(plain);
    }
}
