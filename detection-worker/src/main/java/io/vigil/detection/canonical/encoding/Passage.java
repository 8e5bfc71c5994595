package io.vigil.detection.canonical.encoding;

import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a text: an encoded passage, or characters that are not one.
 *
 * @param says the decoded text; null where the characters shall stay as they are
 * @param end index after the last character of the passage, greater than where it starts
 * @param letters how many plain ASCII letters were written in a roundabout way
 * @param sealed whether nobody can read it without decoding: base64, hexadecimal, binary
 */
record Passage(@Nullable String says, int end, int letters, boolean sealed) {

    /** Characters that mean what they show. */
    static Passage plain(int end) {
        return new Passage(null, end, 0, false);
    }
}
