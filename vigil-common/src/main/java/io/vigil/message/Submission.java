package io.vigil.message;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text to check, as anybody may publish it on {@code vigil.guard.input} or {@code vigil.guard.output}. Only the text
 * is required.
 *
 * @param requestId 1 to 128 characters of {@code A-Z a-z 0-9 . _ : -}; null lets the kernel derive one
 * @param text 1 to 100,000 Unicode code points, not blank
 * @param mode null means {@link Mode#FULL}
 * @param returnDecisionProcess whether the answer shall explain itself; null means no
 * @param source who wrote it; null means the usual source of its direction
 * @param client who sends it, for the event log; at most {@value Origin#MAX_LENGTH} characters; null where nobody says
 * @param session which conversation it belongs to, for the event log; bounds as those of the client
 */
public record Submission(
        @Nullable String requestId,
        String text,
        @Nullable Mode mode,
        @Nullable Boolean returnDecisionProcess,
        @Nullable Source source,
        @Nullable String client,
        @Nullable String session)
        implements VigilMessage {

    /** Longest accepted text, in Unicode code points. */
    public static final int MAX_TEXT = 100_000;

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

    public Submission {
        if (requestId != null && !isRequestId(requestId)) {
            throw new IllegalArgumentException("request_id must be 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("text must not be empty");
        }
        if (text.length() > MAX_TEXT && text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw new IllegalArgumentException("text must have at most " + MAX_TEXT + " characters");
        }
        client = Origin.checked(client, "client");
        session = Origin.checked(session, "session");
    }

    /** A text of nobody in particular. */
    public Submission(
            @Nullable String requestId,
            String text,
            @Nullable Mode mode,
            @Nullable Boolean returnDecisionProcess,
            @Nullable Source source) {
        this(requestId, text, mode, returnDecisionProcess, source, null, null);
    }

    /** A text from the usual source of its direction. */
    public Submission(
            @Nullable String requestId, String text, @Nullable Mode mode, @Nullable Boolean returnDecisionProcess) {
        this(requestId, text, mode, returnDecisionProcess, null, null, null);
    }

    /** Whether a string may serve as request id. */
    public static boolean isRequestId(String candidate) {
        return REQUEST_ID.matcher(candidate).matches();
    }

    /** Where it comes from. */
    public Origin origin(@Nullable Instant receivedAt) {
        return new Origin(client, session, receivedAt);
    }

    /**
     * The complete request: gaps filled with defaults, direction and id as the broker delivered them.
     *
     * @param receivedAt when the broker stored it; null where it never did
     */
    public GuardRequest toRequest(String deliveredId, Direction direction, @Nullable Instant receivedAt) {
        return new GuardRequest(
                deliveredId,
                text,
                direction,
                mode == null ? Mode.FULL : mode,
                Boolean.TRUE.equals(returnDecisionProcess),
                source == null ? direction.usualSource() : source,
                origin(receivedAt));
    }
}
