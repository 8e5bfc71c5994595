package io.vigil.message;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A request with detection and PII reports, on its way to the arbiter. */
public record Screened(GuardRequest request, DetectionReport detection, PiiReport pii, List<StageTiming> timings)
        implements VigilMessage {

    public Screened {
        requireNonNull(request, "request");
        requireNonNull(detection, "detection");
        requireNonNull(pii, "pii");
        timings = List.copyOf(timings);
    }

    @Override
    public String requestId() {
        return request.requestId();
    }
}
