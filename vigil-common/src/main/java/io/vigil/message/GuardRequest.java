package io.vigil.message;

import static java.util.Objects.requireNonNull;

/**
 * A complete request: what every stage after the first sees.
 *
 * @param requestId identifies the request from end to end; 1 to 128 characters of {@code A-Z a-z 0-9 . _ : -}, because it
 *     becomes part of headers
 * @param text the text to check, not blank
 * @param direction which side of the conversation it comes from
 * @param mode how much detection is asked for
 * @param returnDecisionProcess whether the answer shall explain itself
 */
public record GuardRequest(
        String requestId, String text, Direction direction, Mode mode, boolean returnDecisionProcess) {

    public GuardRequest {
        requireNonNull(direction, "direction");
        requireNonNull(mode, "mode");
        if (!Submission.isRequestId(requestId)) {
            throw new IllegalArgumentException("request_id must be 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be empty");
        }
    }
}
