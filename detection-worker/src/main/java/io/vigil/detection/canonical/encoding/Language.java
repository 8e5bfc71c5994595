package io.vigil.detection.canonical.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells written language from the noise that decoding something else gives. */
final class Language {

    private static final String PUNCTUATION = ".,;:'\"!?-()/<>=_[]{}*#\n";

    private Language() {}

    /** The UTF-8 text of some bytes, or null where they are none. */
    static @Nullable String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            return null;
        }
    }

    /** The text of some bytes where it is language, or null. */
    static @Nullable String of(byte[] bytes) {
        String says = utf8(bytes);
        return says != null && written(says) ? says : null;
    }

    /** Whether the first bytes of something can be text: a control byte, or many bytes beyond ASCII, say no. */
    static boolean possible(byte[] bytes) {
        int foreign = 0;
        for (byte value : bytes) {
            foreign += value < 0 ? 1 : 0;
            if ((value >= 0 && value < 0x20 && !Character.isWhitespace(value)) || value == 0x7F) {
                return false;
            }
        }
        return bytes.length > 0 && foreign * 3 <= bytes.length * 2;
    }

    /** Whether it reads like language, or like a further layer of encoding: printable, mostly letters. */
    static boolean written(String text) {
        int letters = 0;
        int fitting = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
                return false;
            }
            if (Character.isLetter(c)) {
                letters++;
            } else if (c == ' ' || PUNCTUATION.indexOf(c) >= 0 || Character.isDigit(c) || c == '%' || c == '+') {
                fitting++;
            }
        }
        return letters * 2 >= text.length() && (letters + fitting) * 20 >= text.length() * 19;
    }

    /** Number of ASCII letters. */
    static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
                letters++;
            }
        }
        return letters;
    }
}
