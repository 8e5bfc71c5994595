package io.vigil.detection.heuristics;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The twelve ways of changing the characters of an attack with which published work passed commercial guards.
 *
 * <p>Source: Hackett et al., Bypassing Prompt Injection and Jailbreak Detection in LLM Guardrails (arXiv 2504.11168).
 */
enum Evasion {
    DIACRITICS(false) {
        @Override
        String apply(String text) {
            return each(
                    text,
                    c -> of(
                            "acegilnorsuyzACEIOU",
                            "\u00e1\u00e7\u00ea\u011f\u00ef\u0142\u00f1\u00f6\u0155\u0161\u00fc\u00fd\u017e\u00c0\u00c7\u00c9\u00cd\u00d3\u00da",
                            c));
        }
    },
    HOMOGLYPHS(false) {
        @Override
        String apply(String text) {
            return each(
                    text,
                    c -> of(
                            "acdeghijklmnopqrstuvwxyABCEHIKMOPTX",
                            "\u0430\u0441\u0501\u0435\u0261\u04bb\u0456\u0458\u043a\u04cf\u043c\u0578\u043e\u0440\u051b\u0433\u0455\u0442\u057d\u0475\u051d\u0445\u0443\u0410\u0412\u0421\u0415\u041d\u0406\u041a\u041c\u041e\u0420\u0422\u0425",
                            c));
        }
    },
    ZERO_WIDTH(true) {
        @Override
        String apply(String text) {
            return each(text, c -> Character.toString(c) + "\u200b\u200d");
        }
    },
    TAGS(true) {
        @Override
        String apply(String text) {
            return each(text, c -> Character.toString(c < 0x80 ? 0xE0000 + c : c));
        }
    },
    BIDI(true) {
        @Override
        String apply(String text) {
            return "\u202e" + new StringBuilder(text).reverse() + "\u202c";
        }
    },
    FULL_WIDTH(false) {
        @Override
        String apply(String text) {
            return each(text, c -> c == ' ' ? "\u3000" : Character.toString(c > ' ' && c < 0x7F ? c + 0xFEE0 : c));
        }
    },
    SPACES(false) {
        @Override
        String apply(String text) {
            return String.join(" ", text.split(""));
        }
    },
    LEET(false) {
        @Override
        String apply(String text) {
            return each(text.toLowerCase(Locale.ROOT), c -> of("abegiost", "48391057", c));
        }
    },
    UNDERLINE(false) {
        @Override
        String apply(String text) {
            return each(text, c -> Character.toString(c) + "\u0332");
        }
    },
    EMOJI_SMUGGLING(true) {
        @Override
        String apply(String text) {
            var carried = new StringBuilder("\uD83D\uDE0A");
            for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
                int number = Byte.toUnsignedInt(value);
                carried.appendCodePoint(number < 16 ? 0xFE00 + number : 0xE0100 + number - 16);
            }
            return carried.toString();
        }
    },
    UPSIDE_DOWN(false) {
        @Override
        String apply(String text) {
            String turned = each(
                    text.toLowerCase(Locale.ROOT),
                    c -> of(
                            "abcdefghijkmnpqrtuvwy.,'!?",
                            "\u0250q\u0254p\u01dd\u025f\u0183\u0265\u1d09\u027e\u029e\u026fudb\u0279\u0287n\u028c\u028d\u028e\u02d9',\u00a1\u00bf",
                            c));
            return new StringBuilder(turned).reverse().toString();
        }
    },
    DELETIONS(true) {
        @Override
        String apply(String text) {
            return each(text, c -> Character.toString(c) + (c % 2 == 0 ? "x\b" : "qz\u007f\u007f"));
        }
    };

    private final boolean hidden;

    Evasion(boolean hidden) {
        this.hidden = hidden;
    }

    /** Whether a reader sees the plain text, or nothing at all. */
    boolean hidden() {
        return hidden;
    }

    /** The changed text. */
    abstract String apply(String text);

    private static String each(String text, IntFunction<String> change) {
        return text.codePoints().mapToObj(change).collect(Collectors.joining());
    }

    private static String of(String from, String to, int c) {
        int index = from.indexOf(c);
        return index < 0 ? Character.toString(c) : to.substring(index, index + 1);
    }
}
