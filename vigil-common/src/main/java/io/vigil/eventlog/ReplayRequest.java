package io.vigil.eventlog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What would have been decided under another policy.
 *
 * @param policy the candidate: the arbiter's policy, or parts of it; what is left out is as in the policy in force
 * @param from events from this instant on; null is 24 hours before {@code to}
 * @param to events before this instant; null is now
 * @param limit most events, newest first, 1 to 100,000; null is 10,000
 * @param tenant whose events; a caller with a tenant of its own sees only that one's
 */
public record ReplayRequest(
        JsonNode policy,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Integer limit,
        @Nullable String tenant) {

    private static final int MOST = 100_000;
    private static final int USUAL = 10_000;

    public ReplayRequest {
        if (policy == null || !policy.isObject()) {
            throw new IllegalArgumentException("policy must be a JSON object");
        }
        Allowed.between("limit", limit, 1, MOST);
        tenant = Allowed.text("tenant", tenant, 128);
    }

    /** How many events are decided again at most. */
    public int most() {
        return limit == null ? USUAL : limit;
    }
}
