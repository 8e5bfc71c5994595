package io.vigil.api.results;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept under an {@code Idempotency-Key}: the answer, and of the request a hash.
 *
 * @param requestHash SHA-256 of path and body, in hexadecimal digits
 * @param startedAt when the request came
 * @param status HTTP status of the answer; 0 while there is none
 * @param contentType of the answer; empty while there is none
 * @param location header {@code Location} of the answer, or null
 * @param body of the answer; empty while there is none
 */
@SuppressWarnings("ArrayRecordComponent")
public record KeptAnswer(
        String requestHash,
        Instant startedAt,
        int status,
        String contentType,
        @Nullable String location,
        byte[] body) {

    /** A request that is being worked on. */
    public static KeptAnswer inFlight(String requestHash, Instant now) {
        return new KeptAnswer(requestHash, now, 0, "", null, new byte[0]);
    }

    /** The same request with its answer. */
    public KeptAnswer answered(int code, String type, @Nullable String place, byte[] answer) {
        return new KeptAnswer(requestHash, startedAt, code, type, place, answer);
    }

    /** Whether there is an answer. */
    public boolean hasAnswer() {
        return status != 0;
    }
}
