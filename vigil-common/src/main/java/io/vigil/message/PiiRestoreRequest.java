package io.vigil.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A text with reversible tokens, or a piece of one.
 *
 * @param requestId the request whose tokens they are
 * @param text at most 100,000 Unicode code points
 * @param format where the tokens stand; null means {@link Format#TEXT}
 * @param more whether another piece follows; null means no
 */
public record PiiRestoreRequest(
        String requestId,
        String text,
        @Nullable Format format,
        @Nullable Boolean more) {

    /** Where the tokens stand. */
    public enum Format {
        /** In a text. */
        @JsonProperty("text")
        TEXT,
        /** In strings of a JSON document. */
        @JsonProperty("json")
        JSON
    }

    public PiiRestoreRequest {
        if (requestId == null || !Submission.isRequestId(requestId)) {
            throw new IllegalArgumentException("request_id must be 1 to 128 of A-Z a-z 0-9 . _ : -");
        }
        text = PiiInput.piece(text);
    }

    /** Says nothing of the text. */
    @Override
    public String toString() {
        return "PiiRestoreRequest[" + requestId + "]";
    }
}
