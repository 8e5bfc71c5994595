package io.vigil.message;

import org.jspecify.annotations.Nullable;

/** Everything that travels between the gateway and the workers. */
public sealed interface VigilMessage
        permits Submission, Detected, Screened, GuardDecision, DecisionEvent, AnalysisResult {

    /** The request this message belongs to; null only on a submission whose publisher left it out. */
    @Nullable String requestId();
}
