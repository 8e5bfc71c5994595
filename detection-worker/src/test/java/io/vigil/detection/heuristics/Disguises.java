package io.vigil.detection.heuristics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The same sentence in many disguises. */
final class Disguises {

    private Disguises() {}

    static Map<String, String> of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var disguises = new LinkedHashMap<String, String>();
        disguises.put("base64", Base64.getEncoder().encodeToString(bytes));
        disguises.put(
                "base64 twice",
                Base64.getEncoder().encodeToString(Base64.getEncoder().encode(bytes)));
        disguises.put("hexadecimal", HexFormat.of().formatHex(bytes));
        disguises.put("spaced hexadecimal", HexFormat.ofDelimiter(" ").formatHex(bytes));
        disguises.put("percent", each(text, c -> String.format("%%%02X", c)));
        disguises.put("percent twice", each(text, c -> String.format("%%25%02X", c)));
        disguises.put("entities", each(text, c -> "&#" + c + ";"));
        disguises.put("backslash", each(text, c -> String.format("\\u%04x", c)));
        disguises.put(
                "binary", each(text, c -> Integer.toBinaryString(0x100 | c).substring(1) + " "));
        disguises.put("zero width", each(text, c -> Character.toString(c) + "\u200b"));
        disguises.put("tags", "Hello " + each(text, c -> Character.toString(0xE0000 + c)));
        disguises.put(
                "cyrillic", text.replace('o', '\u043e').replace('a', '\u0430').replace('e', '\u0435'));
        disguises.put("full width", each(text, c -> c == ' ' ? " " : Character.toString(c + 0xFEE0)));
        disguises.put(
                "mathematical",
                each(
                        text,
                        c -> c == ' '
                                ? " "
                                : Character.toString(c + (Character.isUpperCase(c) ? 0x1D400 - 'A' : 0x1D41A - 'a'))));
        disguises.put("stacked marks", each(text, c -> Character.toString(c) + "\u0335\u0336\u0337"));
        disguises.put(
                "leet",
                text.replace('o', '0').replace('e', '3').replace('i', '1').replace('a', '4'));
        disguises.put("letters with spaces", String.join(" ", text.split("")));
        disguises.put(
                "letters with dots",
                Arrays.stream(text.split(" ", -1))
                        .map(word -> String.join(".", word.split("")))
                        .collect(Collectors.joining("  ")));
        disguises.put("stretched", text.replace("o", "oooo").replace("e", "eeee"));
        disguises.put("comments", text.replace("o", "o<!-- x -->").replace("u", "u/**/"));
        disguises.put("emphasis", text.replace("o", "o**").replace("e", "e**"));
        disguises.put("rotated", each(text, Disguises::rotated));
        disguises.put("backwards", new StringBuilder(text).reverse().toString());
        return disguises;
    }

    private static String each(String text, IntFunction<String> change) {
        return text.chars().mapToObj(change).collect(Collectors.joining());
    }

    private static String rotated(int c) {
        int base = Character.isUpperCase(c) ? 'A' : 'a';
        return Character.isLetter(c) ? Character.toString(base + (c - base + 13) % 26) : Character.toString(c);
    }
}
