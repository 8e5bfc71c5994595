package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A request with its detection report, on its way to the PII stage. */
public record Detected(GuardRequest request, DetectionReport detection, List<StageTiming> timings)
        implements VigilMessage {

    public Detected {
        requireNonNull(request, "request");
        requireNonNull(detection, "detection");
        timings = List.copyOf(timings);
    }

    @Override
    public String requestId() {
        return request.requestId();
    }
}
