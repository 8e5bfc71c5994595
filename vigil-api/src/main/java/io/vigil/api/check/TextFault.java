package io.vigil.api.check;

import io.vigil.message.Submission;
import java.util.Optional;

/** What may be wrong with a text that is to be checked. */
public enum TextFault {
    /** There is nothing to check. */
    BLANK("must not be empty or blank"),
    /** Longer than {@link Submission#MAX_TEXT} code points. */
    TOO_LONG("must have at most " + Submission.MAX_TEXT + " characters, counted as Unicode code points"),
    /** No Unicode text: two readers would see different characters. */
    NOT_UNICODE("must be valid Unicode: it holds half of a surrogate pair");

    private final String detail;

    TextFault(String detail) {
        this.detail = detail;
    }

    /** What is expected; never quotes the text. */
    public String detail() {
        return detail;
    }

    /** What is wrong with a text; empty where nothing is. */
    public static Optional<TextFault> of(String text) {
        if (text.isBlank()) {
            return Optional.of(BLANK);
        }
        if (tooLong(text)) {
            return Optional.of(TOO_LONG);
        }
        return hasLoneSurrogate(text) ? Optional.of(NOT_UNICODE) : Optional.empty();
    }

    /** Whether a text, or a part of one, is longer than any check takes. */
    public static boolean tooLong(CharSequence text) {
        return text.length() > Submission.MAX_TEXT
                && Character.codePointCount(text, 0, text.length()) > Submission.MAX_TEXT;
    }

    private static boolean hasLoneSurrogate(String text) {
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
                return true;
            }
            index += Character.charCount(codePoint);
        }
        return false;
    }
}
