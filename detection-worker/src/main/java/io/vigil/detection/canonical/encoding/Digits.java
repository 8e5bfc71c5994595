package io.vigil.detection.canonical.encoding;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Digits of base 16, 32 or 64 (RFC 4648). A glance at the first bytes refuses what cannot be text, so that long runs
 * which say nothing cost little.
 */
final class Digits {

    /** Digits decoded for the glance; a multiple of 2, 4 and 8. */
    private static final int GLANCE = 32;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

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
        String digits = run.startsWith("0x") ? run.substring(2) : run;
        for (int i = 0; i < digits.length(); i++) {
            if (!HexFormat.isHexDigit(digits.charAt(i))) {
                return null;
            }
        }
        int usable = digits.length() - digits.length() % 2;
        byte[] first = HexFormat.of().parseHex(digits, 0, Math.min(GLANCE, usable));
        return Language.possible(first) ? Language.of(HexFormat.of().parseHex(digits, 0, usable)) : null;
    }

    private static @Nullable String base32(String run) {
        String digits = run.toUpperCase(Locale.ROOT);
        for (int i = 0; i < digits.length(); i++) {
            if (BASE32.indexOf(digits.charAt(i)) < 0) {
                return null;
            }
        }
        byte[] first = bytesOfBase32(digits, Math.min(GLANCE, digits.length()));
        return Language.possible(first) ? Language.of(bytesOfBase32(digits, digits.length())) : null;
    }

    private static byte[] bytesOfBase32(String digits, int length) {
        byte[] bytes = new byte[length * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int written = 0;
        for (int i = 0; i < length; i++) {
            buffer = buffer << 5 | BASE32.indexOf(digits.charAt(i));
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
        String digits = run.replace('-', '+').replace('_', '/');
        for (int skip = 0; skip < 4 && skip < digits.length(); skip++) {
            byte[] first = bytesOfBase64(digits, skip, Math.min(digits.length(), skip + GLANCE));
            String says = Language.possible(first) ? Language.of(bytesOfBase64(digits, skip, digits.length())) : null;
            if (says != null) {
                return skip == 0 ? says : run.substring(0, skip) + says;
            }
        }
        return null;
    }

    /** A last digit that carries less than a byte is left out; the decoder adds the padding that is missing. */
    private static byte[] bytesOfBase64(String digits, int from, int to) {
        int usable = (to - from) % 4 == 1 ? to - 1 : to;
        return Base64.getDecoder().decode(digits.substring(from, usable));
    }
}
