package io.vigil.detection.canonical.unicode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes that a run of variation selectors carries, one for each selector. Not thread-safe. */
final class Smuggled {

    /** Fewer bytes than this are the ordinary choice of a glyph. */
    private static final int FEWEST = 4;

    private byte[] bytes = new byte[64];
    private int length;

    void add(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = (byte) value;
    }

    /** What the bytes say as UTF-8, or an empty string where they say nothing that can be read. */
    String says() {
        if (length < FEWEST) {
            return "";
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            return text.codePoints().noneMatch(Invisibles::control) ? text : "";
        } catch (CharacterCodingException noText) {
            return "";
        }
    }
}
