package io.vigil.detection.canonical.encoding;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Map;

/** Single characters written as escapes: percent (RFC 3986), HTML entities, backslash escapes of program code. */
final class Escapes {

    /** Entities of HTML that could stand between or for letters of an attack. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("amp", "&"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("colon", ":"),
            Map.entry("period", "."),
            Map.entry("comma", ","),
            Map.entry("excl", "!"),
            Map.entry("sol", "/"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("lbrack", "["),
            Map.entry("rbrack", "]"),
            Map.entry("lsqb", "["),
            Map.entry("rsqb", "]"),
            Map.entry("lcub", "{"),
            Map.entry("rcub", "}"),
            Map.entry("verbar", "|"),
            Map.entry("vert", "|"),
            Map.entry("num", "#"),
            Map.entry("ast", "*"),
            Map.entry("lowbar", "_"),
            Map.entry("Tab", " "),
            Map.entry("NewLine", "\n"),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("shy", "\u00ad"),
            Map.entry("zwnj", "\u200c"),
            Map.entry("zwj", "\u200d"));

    private static final int LONGEST_ENTITY = 14;

    private Escapes() {}

    /** Reads a run of percent escapes that starts at an index. */
    static Passage percent(String text, int start) {
        if (text.startsWith("u", start + 1) && start + 6 <= text.length() && hex(text, start + 2, start + 6)) {
            return codePoint(text, start + 2, start + 6, 16, start + 6);
        }
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
        if (text.startsWith("#", start + 1)) {
            return numbered(text, start);
        }
        int end = text.indexOf(';', start, Math.min(text.length(), start + LONGEST_ENTITY));
        String says = end < 0 ? null : NAMED.get(text.substring(start + 1, end));
        return says == null ? Passage.plain(start + 1) : new Passage(says, end + 1, 0, false);
    }

    /** Browsers read a numbered entity without its semicolon too. */
    private static Passage numbered(String text, int start) {
        boolean hexadecimal = text.startsWith("x", start + 2) || text.startsWith("X", start + 2);
        int from = start + (hexadecimal ? 3 : 2);
        int radix = hexadecimal ? 16 : 10;
        int most = Math.min(text.length(), start + LONGEST_ENTITY);
        int end = from;
        while (end < most && Character.digit(text.charAt(end), radix) >= 0) {
            end++;
        }
        int after = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
        return end > from ? codePoint(text, from, end, radix, after) : Passage.plain(start + 1);
    }

    /** Reads one backslash escape that starts at an index. */
    static Passage backslash(String text, int start) {
        int kind = start + 1 < text.length() ? text.charAt(start + 1) : 0;
        if (kind == 'n' || kind == 'r' || kind == 't') {
            return new Passage(kind == 't' ? " " : "\n", start + 2, 0, false);
        }
        if (kind >= '0' && kind <= '3') {
            return octal(text, start);
        }
        if ((kind == 'u' || kind == 'x') && start + 2 < text.length() && text.charAt(start + 2) == '{') {
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

    /** Three octal digits, as C, Java and shells write them. */
    private static Passage octal(String text, int start) {
        int end = start + 4;
        for (int i = start + 1; i < end; i++) {
            if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '7') {
                return Passage.plain(start + 1);
            }
        }
        return codePoint(text, start + 1, end, 8, end);
    }

    /** Half of a surrogate pair is a character too: the other half follows as an escape of its own. */
    private static Passage codePoint(String text, int from, int to, int radix, int end) {
        long cp = Long.parseLong(text, from, to, radix);
        boolean shown = cp >= 0x20 || cp == '\n' || cp == '\t';
        if (!shown || cp > Character.MAX_CODE_POINT) {
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
}
