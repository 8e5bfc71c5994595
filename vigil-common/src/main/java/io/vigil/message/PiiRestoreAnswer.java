package io.vigil.message;

/**
 * A text with its values back.
 *
 * @param text what is certain
 * @param rest where more follows: the end that may be the beginning of a token; belongs before the next piece. Else empty
 * @param restored number of tokens that were replaced
 */
public record PiiRestoreAnswer(String requestId, String text, String rest, int restored) {

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "PiiRestoreAnswer[" + requestId + "]";
    }
}
