package io.vigil.detection.canonical.encoding;

import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** An unbroken run of base64 or hexadecimal digits (RFC 4648). */
final class SealedRun {

    private static final int SHORTEST = 16;

    private SealedRun() {}

    /** Reads the run that starts at an index; a run that decodes to no language stays as it is. */
    static Passage at(String text, int start) {
        int end = start;
        while (end < text.length() && digit(text.charAt(end))) {
            end++;
        }
        if (end - start < SHORTEST) {
            return Passage.plain(Math.max(end, start + 1));
        }
        String run = text.substring(start, end);
        String says = hexadecimal(run);
        if (says == null) {
            says = base64(run);
        }
        if (says == null) {
            return Passage.plain(end);
        }
        while (end < text.length() && text.charAt(end) == '=') {
            end++;
        }
        return new Passage(says, end, 0, true);
    }

    static boolean digit(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '+'
                || c == '/'
                || c == '-'
                || c == '_';
    }

    private static @Nullable String hexadecimal(String run) {
        String digits = run.startsWith("0x") ? run.substring(2) : run;
        if (digits.length() % 2 != 0 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            return null;
        }
        return language(HexFormat.of().parseHex(digits));
    }

    /** A run may start with characters that do not belong to it, so all four alignments are tried. */
    private static @Nullable String base64(String run) {
        String digits = run.replace('-', '+').replace('_', '/');
        for (int skip = 0; skip < 4; skip++) {
            int length = digits.length() - skip;
            int usable = length % 4 == 1 ? length - 1 : length;
            String says = language(Base64.getDecoder().decode(tolerant(digits.substring(skip, skip + usable))));
            if (says != null) {
                return skip == 0 ? says : run.substring(0, skip) + says;
            }
        }
        return null;
    }

    /** The last digit may carry bits beyond the last byte, which the strict decoder accepts only as zero padding. */
    private static String tolerant(String digits) {
        return switch (digits.length() % 4) {
            case 2 -> digits + "==";
            case 3 -> digits + "=";
            default -> digits;
        };
    }

    private static @Nullable String language(byte[] bytes) {
        String says = Language.utf8(bytes);
        return says != null && Language.written(says) ? says : null;
    }
}
