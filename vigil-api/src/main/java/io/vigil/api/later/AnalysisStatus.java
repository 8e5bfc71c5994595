package io.vigil.api.later;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vigil.api.check.AnswerBody;
import io.vigil.api.results.AcceptedRequest;
import io.vigil.message.AnalysisResult;
import io.vigil.message.GuardDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a request is, as clients see it, in snake_case; what is null is left out.
 *
 * @param endedAt when it ended; left out while it is pending
 * @param result the answer, only with {@link State#DONE}
 * @param reason a code of the dead letters, only with {@link State#FAILED}
 */
public record AnalysisStatus(
        String requestId,
        State status,
        Instant acceptedAt,
        @Nullable Instant endedAt,
        @Nullable AnswerBody result,
        @Nullable String reason) {

    /** How far a request is. */
    public enum State {
        /** Not decided yet. */
        @JsonProperty("pending")
        PENDING,
        /** Decided. */
        @JsonProperty("done")
        DONE,
        /** Given up: it is among the dead letters. The text counts as not checked. */
        @JsonProperty("failed")
        FAILED,
        /** Its time is over: the result is no longer told. */
        @JsonProperty("expired")
        EXPIRED
    }

    /**
     * How far a request is. Pure.
     *
     * @param timeToLive how long after it was accepted a request and its result are there
     */
    public static AnalysisStatus of(
            AcceptedRequest request, Optional<AnalysisResult> result, Duration timeToLive, Instant now) {
        Instant end = request.acceptedAt().plus(timeToLive);
        if (!now.isBefore(end)) {
            return new AnalysisStatus(request.requestId(), State.EXPIRED, request.acceptedAt(), end, null, null);
        }
        return result.map(ended -> endedAs(request, ended))
                .orElseGet(() ->
                        new AnalysisStatus(request.requestId(), State.PENDING, request.acceptedAt(), null, null, null));
    }

    /** Whether nothing will change any more. */
    public boolean ended() {
        return status != State.PENDING;
    }

    private static AnalysisStatus endedAs(AcceptedRequest request, AnalysisResult result) {
        GuardDecision decision = result.decision();
        return new AnalysisStatus(
                request.requestId(),
                decision == null ? State.FAILED : State.DONE,
                request.acceptedAt(),
                result.endedAt(),
                decision == null ? null : AnswerBody.of(decision),
                result.reason());
    }
}
