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
 * @param origin who sent it, in which session, and when
 */
public record GuardRequest(
        String requestId,
        String text,
        Direction direction,
        Mode mode,
        boolean returnDecisionProcess,
        Source source,
        Origin origin) {

    public GuardRequest {
        requireNonNull(direction, "direction");
        requireNonNull(mode, "mode");
        // Workers of versions before do not write them.
        source = source == null ? direction.usualSource() : source;
        origin = origin == null ? Origin.UNKNOWN : origin;
        if (!Submission.isRequestId(requestId)) {
            throw new IllegalArgumentException("request_id must be 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must not be empty");
        }
    }

    /** A request of nobody in particular. */
    public GuardRequest(
            String requestId,
            String text,
            Direction direction,
            Mode mode,
            boolean returnDecisionProcess,
            Source source) {
        this(requestId, text, direction, mode, returnDecisionProcess, source, Origin.UNKNOWN);
    }

    /** A request from the usual source of its direction. */
    public GuardRequest(String requestId, String text, Direction direction, Mode mode, boolean returnDecisionProcess) {
        this(requestId, text, direction, mode, returnDecisionProcess, direction.usualSource());
    }
}
