package io.vigil.message;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request that nobody waited for.
 *
 * @param tenant whose request it was; empty without tenants
 * @param state how it ended
 * @param endedAt when it ended
 * @param decision only with {@link State#DONE}
 * @param reason only with {@link State#FAILED}: why it was given up, a code of the dead letters
 */
public record AnalysisResult(
        String requestId,
        String tenant,
        State state,
        Instant endedAt,
        @Nullable GuardDecision decision,
        @Nullable String reason)
        implements VigilMessage {

    /** How a request ended. */
    public enum State {
        /** With a decision. */
        @JsonProperty("done")
        DONE,
        /** Among the dead letters. */
        @JsonProperty("failed")
        FAILED
    }

    public AnalysisResult {
        requireNonNull(requestId, "request_id");
        requireNonNull(tenant, "tenant");
        requireNonNull(state, "state");
        requireNonNull(endedAt, "ended_at");
        if ((state == State.DONE) != (decision != null) || (state == State.FAILED) != (reason != null)) {
            throw new IllegalArgumentException("a decision belongs to done, a reason to failed");
        }
    }

    /** A request with its decision. */
    public static AnalysisResult done(GuardDecision decision, String tenant, Instant now) {
        return new AnalysisResult(decision.requestId(), tenant, State.DONE, now, decision, null);
    }

    /** A request that was given up. */
    public static AnalysisResult failed(String requestId, String tenant, String reason, Instant now) {
        return new AnalysisResult(requestId, tenant, State.FAILED, now, null, reason);
    }
}
