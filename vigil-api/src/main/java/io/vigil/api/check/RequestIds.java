package io.vigil.api.check;

import io.vigil.message.Submission;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Names requests. A caller's id is kept as a prefix, never as the whole: the log keeps one row per id, so whoever could
 * repeat an id could overwrite what was logged, and the duplicate window would swallow the repetition.
 */
public final class RequestIds {

    /** Longest caller's id that is used, in characters: with the suffix it must stay a valid request id. */
    public static final int LONGEST_CALLER_ID = 90;

    private final Supplier<UUID> unique;

    /**
     * A namer.
     *
     * @param unique version 7 (RFC 9562), so that ids sort by time
     */
    public RequestIds(Supplier<UUID> unique) {
        this.unique = unique;
    }

    /**
     * A new identity.
     *
     * @param callerId the caller's {@code X-Request-Id}, or null; ignored when it is not a valid request id
     */
    public RequestIdentity next(@Nullable String callerId) {
        String suffix = unique.get().toString();
        return callerId != null && callerId.length() <= LONGEST_CALLER_ID && Submission.isRequestId(callerId)
                ? new RequestIdentity(callerId + "." + suffix, callerId)
                : new RequestIdentity(suffix, suffix);
    }
}
