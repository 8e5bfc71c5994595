package io.vigil.api.check;

import io.vigil.message.Mode;
import io.vigil.message.Source;
import io.vigil.message.Submission;
import org.jspecify.annotations.Nullable;

/**
 * A body that passed every check.
 *
 * @param text 1 to {@link Submission#MAX_TEXT} code points, not blank, no lone surrogates
 * @param returnDecisionProcess whether the answer shall explain itself
 * @param source who wrote the text; null means the usual source of its direction
 */
public record CheckBody(
        String text,
        Mode mode,
        boolean returnDecisionProcess,
        @Nullable Source source) {

    /** What is published. */
    public Submission toSubmission(String requestId) {
        return new Submission(requestId, text, mode, returnDecisionProcess, source);
    }
}
