package io.vigil.detection.canonical.encoding;

import java.io.ByteArrayOutputStream;

/** Bytes written one by one with a separator between them: {@code 69 67 6e} or {@code 01101001 01100111}. */
final class SpacedBytes {

    private static final int FEWEST_PAIRS = 8;
    private static final int FEWEST_OCTETS = 4;

    private SpacedBytes() {}

    /** Reads the bytes that start at an index; what is none, or says nothing, is stepped over. */
    static Passage at(String text, int start) {
        Passage octets = read(text, start, 8, 2, FEWEST_OCTETS);
        return octets.says() != null ? octets : read(text, start, 2, 16, FEWEST_PAIRS);
    }

    private static Passage read(String text, int start, int width, int radix, int fewest) {
        var bytes = new ByteArrayOutputStream();
        int i = start;
        int end = start;
        int value = value(text, i, width, radix);
        while (value >= 0) {
            bytes.write(value);
            end = i + width;
            i = end < text.length() && separator(text.charAt(end)) ? end + 1 : end;
            if (width == 2 && text.startsWith("0x", i)) {
                i += 2;
            }
            value = value(text, i, width, radix);
        }
        if (bytes.size() < fewest) {
            return Passage.plain(Math.max(end, start + 1));
        }
        String says = Language.utf8(bytes.toByteArray());
        return says != null && Language.written(says) ? new Passage(says, end, 0, true) : Passage.plain(end);
    }

    private static int value(String text, int start, int width, int radix) {
        if (start + width > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < start + width; i++) {
            int digit = Character.digit(text.charAt(i), radix);
            if (digit < 0) {
                return -1;
            }
            value = value * radix + digit;
        }
        int after = start + width;
        boolean whole = after == text.length() || !Character.isLetterOrDigit(text.charAt(after)) || width == 8;
        return whole ? value : -1;
    }

    private static boolean separator(char c) {
        return c == ' ' || c == ':' || c == '-' || c == ',' || c == '\n';
    }
}
