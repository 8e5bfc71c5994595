package io.vigil.message;

import java.util.List;

/**
 * A redacted text.
 *
 * @param requestId what to restore it by
 * @param text the text with every value redacted
 * @param language ISO 639-1 code, or {@code unknown}
 * @param entities by position, without overlap; positions are of the text as sent
 * @param restorable whether tokens of this text can be restored, for a limited time
 * @param degraded engines that should have run and could not
 */
public record PiiRedactAnswer(
        String requestId,
        String text,
        String language,
        List<PiiFinding> entities,
        boolean restorable,
        List<String> degraded) {

    public PiiRedactAnswer {
        entities = List.copyOf(entities);
        degraded = List.copyOf(degraded);
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "PiiRedactAnswer[" + requestId + "]";
    }
}
