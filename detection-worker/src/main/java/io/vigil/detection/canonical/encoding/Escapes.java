package io.vigil.detection.canonical.encoding;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Map;

/** Single characters written as escapes: percent (RFC 3986), HTML entities, backslash escapes of program code. */
final class Escapes {

    private static final Map<String, String> NAMED = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ", "colon", ":", "period", ".");

    private static final int LONGEST_ENTITY = 10;

    private Escapes() {}

    /** Reads a run of percent escapes that starts at an index. */
    static Passage percent(String text, int start) {
        var bytes = new ByteArrayOutputStream();
        int i = start;
        while (i + 2 < text.length() && text.charAt(i) == '%' && hex(text, i + 1, i + 3)) {
            bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
            i += 3;
        }
        if (i == start) {
            return Passage.plain(start + 1);
        }
        String says = Language.utf8(bytes.toByteArray());
        return says == null ? Passage.plain(i) : new Passage(says, i, Language.letters(says), false);
    }

    /** Reads one HTML entity that starts at an index. */
    static Passage entity(String text, int start) {
        int end = text.indexOf(';', start, Math.min(text.length(), start + LONGEST_ENTITY));
        if (end < 0) {
            return Passage.plain(start + 1);
        }
        String name = text.substring(start + 1, end);
        if (!name.startsWith("#")) {
            String says = NAMED.get(name);
            return says == null ? Passage.plain(start + 1) : new Passage(says, end + 1, 0, false);
        }
        boolean hexadecimal = name.startsWith("#x") || name.startsWith("#X");
        int from = start + (hexadecimal ? 3 : 2);
        boolean digits = hexadecimal ? hex(text, from, end) : decimal(text, from, end);
        return digits ? codePoint(text, from, end, hexadecimal ? 16 : 10, end + 1) : Passage.plain(start + 1);
    }

    /** Reads one backslash escape that starts at an index. */
    static Passage backslash(String text, int start) {
        int kind = start + 1 < text.length() ? text.charAt(start + 1) : 0;
        if (kind == 'u' && start + 2 < text.length() && text.charAt(start + 2) == '{') {
            int end = text.indexOf('}', start, Math.min(text.length(), start + LONGEST_ENTITY + 1));
            return end > 0 && hex(text, start + 3, end)
                    ? codePoint(text, start + 3, end, 16, end + 1)
                    : Passage.plain(start + 1);
        }
        int width = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
        int end = start + 2 + width;
        return width > 0 && end <= text.length() && hex(text, start + 2, end)
                ? codePoint(text, start + 2, end, 16, end)
                : Passage.plain(start + 1);
    }

    private static Passage codePoint(String text, int from, int to, int radix, int end) {
        long cp = Long.parseLong(text, from, to, radix);
        boolean shown = cp >= 0x20 || cp == '\n' || cp == '\t';
        if (!shown || cp > Character.MAX_CODE_POINT || (cp >= 0xD800 && cp <= 0xDFFF)) {
            return Passage.plain(end);
        }
        String says = Character.toString((int) cp);
        return new Passage(says, end, Language.letters(says), false);
    }

    private static boolean hex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < to;
    }

    private static boolean decimal(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return from < to;
    }
}
