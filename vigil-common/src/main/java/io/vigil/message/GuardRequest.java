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
 * @param source who wrote it; {@link Direction#usualSource} where a message does not say
 */
public record GuardRequest(
        String requestId, String text, Direction direction, Mode mode, boolean returnDecisionProcess, Source source) {

    public GuardRequest {
        requireNonNull(direction, "direction");
        requireNonNull(mode, "mode");
        // A worker of the version before does not write it.
        source = source == null ? direction.usualSource() : source;
        if (!Submission.isRequestId(requestId)) {
            throw new IllegalArgumentException("request_id must be 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be empty");
        }
    }

    /** A request from the usual source of its direction. */
    public GuardRequest(String requestId, String text, Direction direction, Mode mode, boolean returnDecisionProcess) {
        this(requestId, text, direction, mode, returnDecisionProcess, direction.usualSource());
    }
}
