package io.vigil.api.check;

import io.vigil.message.Mode;
import io.vigil.message.Submission;

/**
 * A body that passed every check.
 *
 * @param text 1 to {@link Submission#MAX_TEXT} code points, not blank, no lone surrogates
 * @param returnDecisionProcess whether the answer shall explain itself
 */
record CheckBody(String text, Mode mode, boolean returnDecisionProcess) {

    Submission toSubmission(String requestId) {
        return new Submission(requestId, text, mode, returnDecisionProcess);
    }
}
