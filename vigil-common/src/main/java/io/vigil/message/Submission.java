package io.vigil.message;

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
 */
public record Submission(
        @Nullable String requestId,
        String text,
        @Nullable Mode mode,
        @Nullable Boolean returnDecisionProcess,
        @Nullable Source source)
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
    }

    /** A text from the usual source of its direction. */
    public Submission(
            @Nullable String requestId, String text, @Nullable Mode mode, @Nullable Boolean returnDecisionProcess) {
        this(requestId, text, mode, returnDecisionProcess, null);
    }

    /** Whether a string may serve as request id. */
    public static boolean isRequestId(String candidate) {
        return REQUEST_ID.matcher(candidate).matches();
    }

    /** The complete request: gaps filled with defaults, direction and id as the broker delivered them. */
    public GuardRequest toRequest(String deliveredId, Direction direction) {
        return new GuardRequest(
                deliveredId,
                text,
                direction,
                mode == null ? Mode.FULL : mode,
                Boolean.TRUE.equals(returnDecisionProcess),
                source == null ? direction.usualSource() : source);
    }
}
