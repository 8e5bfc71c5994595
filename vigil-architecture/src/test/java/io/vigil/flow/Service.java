package io.vigil.flow;

import java.util.Map;

/** The services of the suite, as the whole-flow tests start them. */
enum Service {
    DETECTION("io.vigil.detection.DetectionApplication", "384m"),
    PII("io.vigil.pii.PiiApplication", "128m"),
    ARBITER("io.vigil.arbiter.ArbiterApplication", "128m"),
    LOGGING("io.vigil.logging.LoggingApplication", "128m"),
    API("io.vigil.api.ApiApplication", "192m");

    private final String mainClass;
    private final String heap;

    Service(String mainClass, String heap) {
        this.mainClass = mainClass;
        this.heap = heap;
    }

    String mainClass() {
        return mainClass;
    }

    String heap() {
        return heap;
    }

    /** Settings that make a service quick to test; the behaviour stays the shipped one. */
    Map<String, String> settings() {
        return this == LOGGING ? Map.of("FLUSH_INTERVAL_MS", "500") : Map.of();
    }
}
